/**
 * The vocabulary that every machine shares: cells and the interface to read and write them, results
 * with their gates, guards and how to take them away, claims, actions, traces.
 *
 * <p>What does not live here: any rule of any machine (see {@code watertight.model.linux}) and any
 * engine (see the checker). Start reading at {@link watertight.model.Machine}.
 */
package watertight.model;
