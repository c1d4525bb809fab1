package watertight.model.linux.task;

/**
 * A task, named by a letter.
 *
 * @param index 0 for A, 1 for B, …
 */
public record Task(int index) {
  /** The first task, A. */
  public static final Task A = new Task(0);

  /** Pid 1 of the world, the idle init: it has no letter, makes no calls and takes no signals. */
  public static final Task INIT = new Task(-1);

  /** The task with this letter, {@code A} to {@code Z}. */
  public static Task named(String letter) {
    return new Task(letter.charAt(0) - 'A');
  }

  /** The letter. */
  public String letter() {
    return String.valueOf((char) ('A' + index));
  }

  @Override
  public String toString() {
    return letter();
  }
}
