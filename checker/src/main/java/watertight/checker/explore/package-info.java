/**
 * The explorer: visits every state of a machine within a scope, breadth first, and finds shortest
 * traces.
 *
 * <p>A rule's run is determined by the values that it reads, so each rule is run once for each
 * sequence of values read ({@link watertight.checker.explore.Tracer}); what it did is kept in a
 * decision tree ({@link watertight.checker.explore.DecisionTree}) and from then on replayed on
 * packed states. {@link watertight.checker.explore.PlainExplorer} visits the same states without
 * any of this, and is the oracle of its tests. Start reading at {@link
 * watertight.checker.explore.Explorer}.
 */
package watertight.checker.explore;
