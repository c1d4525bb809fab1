package watertight.model.enclave.hostcall;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that stays the same during a run.
 *
 * @param picture what lies where in the enclave
 * @param remembered what it remembers at the start
 * @param program the calls that it makes, in order
 * @param lies what the host may write into an answer
 * @param silent whether it may keep silent
 */
public record Situation(
    Picture picture,
    Remembered remembered,
    List<HostCall> program,
    Set<Field> lies,
    boolean silent) {
  public Situation {
    program = List.copyOf(program);
    lies = Set.copyOf(lies);
  }

  /** As this, with a host that may write whatever the program asks for. */
  public static Set<Field> everything(List<HostCall> program) {
    return program.stream()
        .flatMap(call -> call.name().answers().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
