package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.Program;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;

/** Writes the lines of a workload. */
public final class WorkloadText {
  private static final int SHORT = 2;

  private WorkloadText() {}

  /** All lines: the groups with their limits, then what each task is to do. */
  public static List<String> lines(Workload workload) {
    List<String> lines = new ArrayList<>(groups(workload));
    workload.tasks().forEach(task -> lines.add("task " + task(workload, task)));
    return lines;
  }

  /** The lines before those of the tasks. */
  static List<String> groups(Workload workload) {
    List<String> lines = new ArrayList<>();
    lines.add("controller " + workload.controller().name().toLowerCase(Locale.ROOT));
    workload.pidMax().ifPresent(numbers -> lines.add("pid_max " + numbers));
    for (Group group : workload.groups().all()) {
      Group parent = workload.groups().parent(group);
      String below = parent == null ? "" : " parent=" + parent;
      lines.add("group " + group + below + " max=" + Groups.shown(workload.groups().max(group)));
    }
    return lines;
  }

  /** A task's line from after {@code task}. */
  static String task(Workload workload, Task task) {
    Program program = workload.program(task);
    String holds = program.holds() == 0 ? "" : " holds=" + program.holds();
    return task + " group=" + program.home() + holds + jobs(workload.controller(), program);
  }

  private static String jobs(Controller controller, Program program) {
    List<Job> jobs = program.jobs();
    if (jobs.isEmpty()) {
      return "";
    }
    if (jobs.size() > SHORT && jobs.getFirst() instanceof Job.Charge(int pages)) {
      int rounds = jobs.size() / 2;
      if (jobs.equals(Program.rounds(program.home(), rounds, pages).jobs())) {
        return " rounds=" + rounds + " size=" + pages;
      }
    }
    return jobs.stream()
        .map(job -> job(controller, job))
        .collect(Collectors.joining(", ", " runs ", ""));
  }

  private static String job(Controller controller, Job job) {
    return switch (controller) {
      case MEMORY -> job.toString();
      case PIDS ->
          switch (job) {
            case Job.Charge charge -> "fork";
            case Job.Uncharge uncharge -> "exit";
            case Job.SetLimit set -> set.toString();
            case Job.PutLimit put -> put.toString();
            case Job.MoveTo move -> move.toString();
            case Job.Remove remove -> remove.toString();
          };
    };
  }
}
