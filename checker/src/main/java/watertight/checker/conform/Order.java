package watertight.checker.conform;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import watertight.model.linux.task.Task;

/**
 * In which order tasks that have signals to take do so: a kernel may have it either way, and what
 * comes of it may differ.
 */
final class Order implements ToIntFunction<List<Task>> {
  private static final long SEED = 0x5DEECE66DL;

  private final int which;
  private final Random random;
  private boolean chose;

  /**
   * @param which 0 for the order of the letters, 1 for its reverse, else one of many
   */
  Order(int which) {
    this.which = which;
    this.random = new Random(SEED * which);
  }

  @Override
  public int applyAsInt(List<Task> tasks) {
    chose |= tasks.size() > 1;
    return switch (which) {
      case 0 -> 0;
      case 1 -> tasks.size() - 1;
      default -> random.nextInt(tasks.size());
    };
  }

  /** Whether it is the order of the letters. */
  boolean isOfLetters() {
    return which == 0;
  }

  /** Notes a choice that was made elsewhere in this order. */
  void sees(boolean choice) {
    chose |= choice;
  }

  /** Whether there ever was more than one to choose from. */
  boolean chose() {
    return chose;
  }
}
