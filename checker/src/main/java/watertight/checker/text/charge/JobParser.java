package watertight.checker.text.charge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.model.charge.Controller;
import watertight.model.charge.Job;

/** Reads what a task is to do: {@code charge 1, set-limit g0 2, uncharge}. */
final class JobParser {
  private static final int MOST = 1000;

  private final Operands operands;
  private final Names<Function<Cursor, Job>> names;

  JobParser(Operands operands, Controller controller) {
    this.operands = operands;
    this.names =
        switch (controller) {
          case MEMORY -> new Names<>("a job", memory(), Set.of());
          case PIDS -> new Names<>("a job", pids(), Set.of("charge", "uncharge", "set-limit"));
        };
  }

  private Map<String, Function<Cursor, Job>> memory() {
    Map<String, Function<Cursor, Job>> known = new LinkedHashMap<>();
    known.put("charge", in -> new Job.Charge(Operands.pages(in)));
    known.put("uncharge", in -> new Job.Uncharge());
    known.put("set-limit", in -> new Job.SetLimit(operands.group(in), Operands.limit(in)));
    known.put("put-limit", in -> new Job.PutLimit(operands.group(in), Operands.limit(in)));
    known.put("move", in -> new Job.MoveTo(operands.group(in)));
    known.put("remove", in -> new Job.Remove(operands.group(in)));
    return known;
  }

  private Map<String, Function<Cursor, Job>> pids() {
    Map<String, Function<Cursor, Job>> known = new LinkedHashMap<>();
    known.put("fork", in -> new Job.Charge(1));
    known.put("exit", in -> new Job.Uncharge());
    known.put("put-limit", in -> new Job.PutLimit(operands.group(in), Operands.limit(in)));
    return known;
  }

  /** Adds the jobs of the rest of a line. */
  void read(Cursor in, List<Job> jobs) {
    do {
      in.skipBlanks();
      int place = in.at();
      String name = Operands.name(in);
      if (name.isEmpty()) {
        throw in.expected("a job (" + String.join(", ", names.known().keySet()) + ")");
      }
      if (jobs.size() == MOST) {
        throw in.error(place, "one job more", "at most " + MOST);
      }
      jobs.add(names.meaning(in, place, name).apply(in));
    } while (in.accept(","));
  }
}
