/**
 * How results are shown: aligned text, JSON, JUnit XML, and progress while they are awaited.
 *
 * <p>Start reading at {@link watertight.checker.report.Table} and {@link
 * watertight.checker.report.CheckText}. What the results mean is decided elsewhere.
 */
@NullMarked
package watertight.checker.report;

import org.jspecify.annotations.NullMarked;
