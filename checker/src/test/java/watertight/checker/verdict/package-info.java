/** How the answers of several engines become one verdict and one exit code. */
@NullMarked
package watertight.checker.verdict;

import org.jspecify.annotations.NullMarked;
