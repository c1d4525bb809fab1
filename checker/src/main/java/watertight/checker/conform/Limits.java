package watertight.checker.conform;

import java.util.function.BooleanSupplier;

/**
 * How far conform goes.
 *
 * @param seed where the random runs start
 * @param runs the most random runs
 * @param calls how many calls are drawn for each
 * @param threads how many threads ask, each an oracle of its own
 * @param litmus whether the litmus files come first
 * @param spent whether the time is over
 */
public record Limits(
    long seed, long runs, int calls, int threads, boolean litmus, BooleanSupplier spent) {}
