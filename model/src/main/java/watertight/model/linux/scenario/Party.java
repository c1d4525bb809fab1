package watertight.model.linux.scenario;

import java.util.List;
import java.util.Set;
import watertight.model.linux.Syscall;
import watertight.model.linux.world.WorldLine;

/** Somebody who acts in a scenario: a task and its powers. */
public sealed interface Party {
  /** What the scenario calls the party, such as {@code attacker}. */
  String name();

  /** The task with which the party starts. */
  WorldLine.TaskLine task();

  /**
   * A party whose actions are searched: every call that it may make, with all arguments.
   *
   * @param calls the names of the calls, such as {@code open}
   */
  record Free(String name, WorldLine.TaskLine task, Set<String> calls) implements Party {
    public Free {
      calls = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(calls));
    }
  }

  /**
   * A party that runs a program of its own, in order, and ends when a line does not go as expected.
   *
   * @param lines the program
   */
  record Runs(String name, WorldLine.TaskLine task, List<Line> lines) implements Party {
    public Runs {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of a program. Descriptors that an earlier line bound stand in the call as negative
   * numbers, see {@link #bound}.
   *
   * @param call the call
   * @param binds the number of the variable that takes the result, or −1
   * @param expect what must come back for the program to go on
   */
  record Line(Syscall call, int binds, Expect expect) {
    /** The number that stands in a call for the variable with this index. */
    public static int bound(int variable) {
      return -1000 - variable;
    }
  }

  /** What a program checks of a result. */
  sealed interface Expect {
    /** Any result will do: the program does not look. */
    record Anything() implements Expect {}

    /** The call must succeed. */
    record Success() implements Expect {}

    /** The call must return this number. */
    record Returns(long value) implements Expect {}

    /** The call must succeed, and the text that it gives must start so (readlink, getcwd, read). */
    record Gives(String text) implements Expect {}

    /** The call must give a status of this file type, such as {@code S_IFREG}. */
    record OfType(String type) implements Expect {}

    /** The call must give a status of this file type, and of these permission bits. */
    record OfMode(String type, int mode) implements Expect {}

    /** The call must be refused with one of these errors, by name. */
    record Fails(Set<String> errnos) implements Expect {
      public Fails {
        errnos = Set.copyOf(errnos);
      }
    }
  }
}
