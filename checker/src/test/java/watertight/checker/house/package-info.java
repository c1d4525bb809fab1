/**
 * Which part may depend on which, held by tests. {@code fixture} is a small house in which every
 * rule is broken once, so that each rule is seen to fail.
 */
@NullMarked
package watertight.checker.house;

import org.jspecify.annotations.NullMarked;
