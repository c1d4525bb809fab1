package watertight.model.charge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far a task has come.
 *
 * @param home the group that it is in
 * @param job the index of the job that it is at
 * @param doing where it stands within that job
 * @param held what it was granted and has not begun to give back, the oldest first
 */
public record TaskState(Group home, int job, Doing doing, List<Charged> held) {
  public TaskState {
    held = List.copyOf(held);
  }

  /** Before the first job: pages are held together, processes each for itself. */
  static TaskState atStart(Program program, Controller controller) {
    List<Charged> held =
        switch (controller) {
          case MEMORY ->
              program.holds() == 0
                  ? List.of()
                  : List.of(new Charged(program.home(), program.holds()));
          case PIDS -> Collections.nCopies(program.holds(), new Charged(program.home(), 1));
        };
    return new TaskState(program.home(), -1, new Doing.Ready(), held).next(program);
  }

  /** As this, elsewhere within the same job. */
  TaskState doing(Doing next) {
    return new TaskState(home, job, next, held);
  }

  /** As this, in another group. */
  TaskState in(Group group) {
    return new TaskState(group, job, doing, held);
  }

  /** As this, with a charge more. */
  TaskState holding(Charged charged) {
    List<Charged> more = new ArrayList<>(held);
    more.add(charged);
    return new TaskState(home, job, doing, more);
  }

  /** As this, without a charge that it holds. */
  TaskState without(Charged charged) {
    List<Charged> fewer = new ArrayList<>(held);
    fewer.remove(charged);
    return new TaskState(home, job, doing, fewer);
  }

  /** As this, at the next job; giving back is passed over when nothing is held. */
  TaskState next(Program program) {
    int next = job + 1;
    while (next < program.jobs().size()
        && program.jobs().get(next) instanceof Job.Uncharge
        && held.isEmpty()) {
      next++;
    }
    return new TaskState(home, next, new Doing.Ready(), held);
  }
}
