package watertight.checker.smt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.Program;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;

/** Reads a run from what Z3 found for {@code specs/smt/charge-runs.smt2}. */
final class ChargeRunReader {
  private static final Group ROOT = new Group(0);

  private final Valuation found;
  private final int length;
  private final boolean pids;
  private final Map<String, Group> groups;

  private ChargeRunReader(Valuation found, int length) {
    this.found = found;
    this.length = length;
    this.pids = found.of("pids").equals("true");
    this.groups =
        pids
            ? Map.of("top", new Group(1), "leaf", new Group(2))
            : Map.of("top", ROOT, "leaf", new Group(1));
  }

  /** The run. Its numbers must fit the model's. */
  static ChargeRun read(Valuation found, int length) {
    return new ChargeRunReader(found, length).read();
  }

  private ChargeRun read() {
    List<Task> schedule =
        IntStream.range(0, length).mapToObj(t -> new Task(integer("who", t))).toList();
    int tasks = 1 + schedule.stream().mapToInt(Task::id).max().orElse(0);
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      programs.add(new Program(group("home", i, 0), jobs(i)));
    }
    Workload workload =
        new Workload(pids ? Controller.PIDS : Controller.MEMORY, new Groups(places()), programs);
    List<List<String>> pictures =
        IntStream.rangeClosed(1, length).mapToObj(t -> picture(tasks, t)).toList();
    return new ChargeRun(workload, schedule, pictures);
  }

  /** The pids controller charges all but the root, so that there is one more. */
  private List<Groups.Place> places() {
    List<Groups.Place> places = new ArrayList<>();
    if (pids) {
      places.add(new Groups.Place(null, 0));
    }
    places.add(new Groups.Place(pids ? ROOT : null, integer("max", "top", 0)));
    places.add(new Groups.Place(groups.get("top"), integer("max", "leaf", 0)));
    return places;
  }

  private List<Job> jobs(int i) {
    return IntStream.range(0, length)
        .filter(t -> integer("who", t) == i && found.at("place", i, t).equals("ready"))
        .mapToObj(t -> job(i, t))
        .toList();
  }

  private Job job(int i, int t) {
    String deed = found.at("deed", t);
    return switch (deed) {
      case "adds", "reads-limit", "loads" -> new Job.Charge(integer("pages", i, t + 1));
      case "allocates", "forks" -> new Job.Charge(integer("held", i, t + 1));
      case "uncharges" -> new Job.Uncharge();
      case "locks", "looks" -> new Job.SetLimit(group("at", i, t + 1), integer("pages", i, t + 1));
      case "moves" -> new Job.MoveTo(group("home", i, t + 1));
      case "removes" -> new Job.Remove(groups.get("leaf"));
      default -> throw new IllegalStateException("no job begins with " + deed);
    };
  }

  private List<String> picture(int tasks, int t) {
    List<String> lines = new ArrayList<>();
    if (pids) {
      lines.add(ChargePicture.counter(ROOT, 0, 0, 0));
    }
    for (String name : List.of("top", "leaf")) {
      lines.add(
          ChargePicture.counter(
              groups.get(name),
              found.number("usage", name, t),
              found.number("max", name, t),
              found.number("committed", name, t)));
    }
    lines.add(ChargePicture.mutex(found.is("locked", t)));
    for (int i = 0; i < tasks; i++) {
      String held = ChargePicture.held(found.number("held", i, t), group("held-at", i, t));
      lines.add(ChargePicture.task(new Task(i), group("home", i, t), standing(i, t), held));
    }
    return lines;
  }

  private String standing(int i, int t) {
    String place = found.at("place", i, t);
    return place.equals("ready")
        ? place
        : ChargePicture.standing(
            place,
            group("at", i, t),
            found.number("pages", i, t),
            found.number("saw", i, t),
            found.number("old", i, t),
            found.is("more", i, t));
  }

  private Group group(String function, Object... arguments) {
    return Optional.ofNullable(groups.get(found.at(function, arguments))).orElseThrow();
  }

  private int integer(String function, Object... arguments) {
    return Math.toIntExact(found.number(function, arguments));
  }
}
