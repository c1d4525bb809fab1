package watertight.checker.text;

import java.util.List;
import java.util.stream.Collectors;
import watertight.model.linux.Errno;
import watertight.model.linux.task.Task;

/** What a call must return. */
public sealed interface Expect {
  /** Nothing is said. */
  record Anything() implements Expect {}

  /** Nothing is said, and what comes is shown. */
  record Shown() implements Expect {}

  /** This number. */
  record Returns(long value) implements Expect {}

  /**
   * This descriptor.
   *
   * @param fd its number
   * @param object what it refers to, as seen from the world's own root
   */
  record Descriptor(int fd, String object) implements Expect {}

  /** −1 and one of these errors. */
  record Fails(List<Errno> errnos) implements Expect {
    public Fails {
      errnos = List.copyOf(errnos);
    }
  }

  /** The number of this new task. */
  record Child(Task task) implements Expect {}

  /** Whatever comes the first time, and the same again after that. */
  record Binds(String name) implements Expect {}

  /** The expectation as it is written after {@code =}; empty when nothing is said. */
  default String text() {
    return switch (this) {
      case Anything() -> "";
      case Shown() -> "?";
      case Returns(long value) -> Long.toString(value);
      case Descriptor(int fd, String object) -> fd + ObjectText.write(object);
      case Fails(List<Errno> errnos) ->
          errnos.stream().map(Errno::name).collect(Collectors.joining(" or ", "-1 ", ""));
      case Child(Task task) -> task.letter();
      case Binds(String name) -> "@" + name;
    };
  }
}
