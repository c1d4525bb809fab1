/**
 * Fuzzing: long random runs of a machine, drawn from the arbitraries of {@link
 * watertight.properties}, and the shortening of what they find.
 *
 * <p>Start reading at {@link watertight.checker.fuzz.Fuzzer}; {@link
 * watertight.checker.fuzz.FuzzEngine} is its face to the other engines.
 */
@NullMarked
package watertight.checker.fuzz;

import org.jspecify.annotations.NullMarked;
