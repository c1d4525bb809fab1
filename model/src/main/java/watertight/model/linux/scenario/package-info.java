/**
 * Scenarios: a world, parties with their powers, a goal and a scope, and the machine that they make
 * together.
 *
 * <p>Start reading at {@link watertight.model.linux.scenario.Scenario}.
 */
package watertight.model.linux.scenario;
