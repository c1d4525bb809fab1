/** The notation held against the litmus files, generated texts and mutated ones. */
@NullMarked
package watertight.checker.text;

import org.jspecify.annotations.NullMarked;
