/**
 * The notation of the charge machine: litmus files and scenarios with {@code machine charge} in
 * their head. Groups are g0, g1, …, tasks t0, t1, …, in the order of their lines; g0 is the root.
 *
 * <p>Start reading at {@link watertight.checker.text.charge.ChargeLitmusParser}. How steps are run
 * is not known here.
 */
@NullMarked
package watertight.checker.text.charge;

import org.jspecify.annotations.NullMarked;
