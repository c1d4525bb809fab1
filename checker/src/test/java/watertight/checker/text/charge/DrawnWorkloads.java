package watertight.checker.text.charge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.machine.StepExpect;
import watertight.model.Guard;
import watertight.model.charge.ChargeGuards;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.Program;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;
import watertight.model.charge.claim.ChargeGoal;

/** Workloads, runs and scenarios of everything that the notation can say, drawn at random. */
public final class DrawnWorkloads {
  private final Random random;

  public DrawnWorkloads(Random random) {
    this.random = random;
  }

  private <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private int limit() {
    return random.nextInt(4) == 0 ? Groups.UNLIMITED : random.nextInt(4);
  }

  /** A workload of at most four groups and four tasks. */
  public Workload workload() {
    List<Groups.Place> places = new ArrayList<>(List.of(new Groups.Place(null, limit())));
    for (int id = 1 + random.nextInt(3); id > 0; id--) {
      places.add(new Groups.Place(new Group(random.nextInt(places.size())), limit()));
    }
    Controller controller = of(List.of(Controller.values()));
    List<Program> programs = new ArrayList<>();
    for (int task = 1 + random.nextInt(4); task > 0; task--) {
      programs.add(program(controller, places.size()));
    }
    int held = programs.stream().mapToInt(Program::holds).sum();
    boolean numbers = controller == Controller.PIDS && random.nextBoolean();
    return new Workload(
        controller,
        new Groups(places),
        programs,
        numbers ? OptionalInt.of(held + 1 + random.nextInt(3)) : OptionalInt.empty());
  }

  private Program program(Controller controller, int groups) {
    Group home = new Group(random.nextInt(groups));
    int holds = random.nextInt(3);
    if (random.nextInt(4) == 0) {
      int size = controller == Controller.PIDS ? 1 : 1 + random.nextInt(3);
      int rounds = 1 + random.nextInt(3);
      return new Program(home, Program.rounds(home, rounds, size).jobs(), holds);
    }
    List<Job> jobs = new ArrayList<>();
    for (int job = random.nextInt(4) + (holds == 0 ? 1 : 0); job > 0; job--) {
      jobs.add(job(controller, new Group(random.nextInt(groups))));
    }
    return new Program(home, jobs, holds);
  }

  private Job job(Controller controller, Group group) {
    List<Supplier<Job>> any =
        List.of(
            () -> new Job.Charge(controller == Controller.PIDS ? 1 : 1 + random.nextInt(3)),
            Job.Uncharge::new,
            () -> new Job.PutLimit(group, limit()),
            () -> new Job.SetLimit(group, limit()),
            () -> new Job.MoveTo(group),
            () -> new Job.Remove(group));
    return of(controller == Controller.PIDS ? any.subList(0, 3) : any).get();
  }

  /** At most two guards. */
  public Set<Guard> guards() {
    Set<Guard> guards = new java.util.LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      guards.add(of(List.of(ChargeGuards.values())));
    }
    return guards;
  }

  private StepExpect number() {
    return any(
        () -> random.nextInt(9) - 2 + "", () -> random.nextInt(9) + "", () -> "17", () -> "0");
  }

  @SafeVarargs
  private StepExpect any(Supplier<String>... results) {
    Set<String> some = new TreeSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      some.add(of(List.of(results)).get());
    }
    return random.nextInt(6) == 0
        ? StepExpect.of(StepExpect.SHOWN)
        : new StepExpect(List.copyOf(some));
  }

  private ChargeStep step(Workload workload) {
    Group group = of(workload.groups().all());
    Task task = of(workload.tasks());
    int pages = 1 + random.nextInt(3);
    String limit = Groups.shown(limit());
    List<Supplier<ChargeStep>> steps =
        List.of(
            () -> taken(task, "add " + group + " " + pages, number()),
            () -> taken(task, "load " + group, number()),
            () -> taken(task, "limit " + group, any(() -> "max", () -> "3")),
            () ->
                taken(
                    task,
                    "compare " + pages + " max " + group + " " + limit,
                    any(() -> "ok", () -> "over")),
            () ->
                taken(
                    task,
                    "sub " + group + " " + pages,
                    any(() -> "ok", () -> "refused", () -> "given back")),
            () -> taken(task, "alloc-pid", any(() -> "ok", () -> "EAGAIN")),
            () -> taken(task, "lock", any(() -> "ok", () -> "waits")),
            () -> taken(task, "read " + group, any(() -> "1", () -> "2, done", () -> "3, EBUSY")),
            () -> taken(task, "xchg " + group + " " + limit, any(() -> "max", () -> "2, done")),
            () -> new ChargeStep.Usage(group, number()),
            () -> new ChargeStep.Max(group, any(() -> "max", () -> "3")),
            () -> new ChargeStep.Holds(task, number()));
    return of(steps).get();
  }

  private static ChargeStep taken(Task task, String text, StepExpect expect) {
    return new ChargeStep.Taken(task, text, expect);
  }

  MachineLitmus<Workload, ChargeStep> litmus() {
    Workload workload = workload();
    List<ChargeStep> steps = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      steps.add(step(workload));
    }
    return new MachineLitmus<>(
        of(List.of("a", "é \"q\" #", "")),
        Optional.of("memory/a-b.c"),
        random.nextBoolean() ? Optional.of("mm/page_counter.c # x") : Optional.empty(),
        guards(),
        workload,
        steps);
  }

  ChargeSituation situation() {
    Workload workload = workload();
    Group group = of(workload.groups().all());
    List<String> parties = workload.tasks().stream().map(task -> "party-" + task).toList();
    ChargeGoal goal =
        of(
            List.of(
                new ChargeGoal.BreaksClaim("memory/never-overcharged"),
                new ChargeGoal.Granted(group, 2),
                new ChargeGoal.Usage(group, -1),
                new ChargeGoal.Refused(group)));
    Map<String, Integer> depths = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      depths.put("small", 3);
      depths.put("default", 40);
    }
    return new ChargeSituation(
        "t", Optional.of("memory/a"), workload, parties, goal, guards(), depths);
  }
}
