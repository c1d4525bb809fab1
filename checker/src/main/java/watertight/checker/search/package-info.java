/**
 * Searches of scenarios: what the explorer finds, put in the words of claims and traces, and which
 * guards it rests on.
 *
 * <p>Start reading at {@link watertight.checker.search.ScenarioSearch}. How states are visited is
 * the explorer's business.
 */
@NullMarked
package watertight.checker.search;

import org.jspecify.annotations.NullMarked;
