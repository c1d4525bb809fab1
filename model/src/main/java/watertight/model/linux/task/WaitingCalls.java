package watertight.model.linux.task;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import watertight.model.Cells;
import watertight.model.linux.Syscall;

/** Calls that wait for somebody else. They keep nothing in the state: they are made again. */
public final class WaitingCalls {
  private WaitingCalls() {}

  /**
   * Whether a descriptor that some call waits at is another one afterwards, closed by a task that
   * shares it. A kernel goes on with what the call has found (fdget); here that is not kept.
   */
  public static boolean loseTheirFile(Map<Task, Syscall> waiting, Cells before, Cells after) {
    return waiting.entrySet().stream()
        .anyMatch(one -> losesItsFile(one.getKey(), one.getValue(), before, after));
  }

  private static boolean losesItsFile(Task task, Syscall call, Cells before, Cells after) {
    OptionalInt fd = descriptor(call);
    return fd.isPresent()
        && !Objects.equals(
            Files.behind(before, task, fd.getAsInt()), Files.behind(after, task, fd.getAsInt()));
  }

  private static OptionalInt descriptor(Syscall call) {
    return call instanceof Syscall.Read(int fd, long count)
        ? OptionalInt.of(fd)
        : call instanceof Syscall.Recvmsg receive
            ? OptionalInt.of(receive.fd())
            : OptionalInt.empty();
  }
}
