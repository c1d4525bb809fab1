/** How results look. */
@NullMarked
package watertight.checker.report;

import org.jspecify.annotations.NullMarked;
