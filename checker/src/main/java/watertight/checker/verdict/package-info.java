/**
 * What engines say about claims, and how the answers of several engines become one verdict.
 *
 * <p>Start reading at {@link watertight.checker.verdict.Engine} and {@link
 * watertight.checker.verdict.Combined}. How any one engine works is not known here.
 */
@NullMarked
package watertight.checker.verdict;

import org.jspecify.annotations.NullMarked;
