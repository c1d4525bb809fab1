package watertight.checker.agree.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import watertight.model.charge.Controller;
import watertight.model.charge.Group;
import watertight.model.charge.Groups;
import watertight.model.charge.Job;
import watertight.model.charge.Program;
import watertight.model.charge.Workload;

/** Random workloads: few tasks in a small tree, with sizes from one page to a quarter of all. */
final class ChargeWorlds {
  private static final int MOST = 1 << 28;

  private final Random random;
  private final int top;

  private ChargeWorlds(Random random) {
    this.random = random;
    this.top = random.nextInt(3) == 0 ? MOST : 1 + random.nextInt(6);
  }

  /** Charges, new limits, moves and removals. */
  static Workload memory(Random random) {
    return new ChargeWorlds(random).memory();
  }

  /** Forks, and limits that are put whatever there is. */
  static Workload pids(Random random) {
    return new ChargeWorlds(random).pids();
  }

  private Workload memory() {
    Groups groups = tree(1 + random.nextInt(4));
    List<Program> programs = new ArrayList<>();
    for (int task = 2 + random.nextInt(2); task > 0; task--) {
      List<Job> jobs = new ArrayList<>();
      for (int job = 2 + random.nextInt(3); job > 0; job--) {
        jobs.add(
            switch (random.nextInt(8)) {
              case 0, 1 -> new Job.Uncharge();
              case 2, 3 -> new Job.SetLimit(any(groups), number());
              case 4 -> new Job.MoveTo(any(groups));
              default -> new Job.Charge(Math.max(1, number()));
            });
      }
      programs.add(new Program(any(groups), sound(jobs)));
    }
    return new Workload(Controller.MEMORY, groups, programs);
  }

  private Workload pids() {
    Groups groups = tree(2 + random.nextInt(3));
    List<Program> programs = new ArrayList<>();
    for (int task = 2 + random.nextInt(3); task > 0; task--) {
      List<Job> jobs = new ArrayList<>();
      for (int job = 2 + random.nextInt(4); job > 0; job--) {
        jobs.add(
            switch (random.nextInt(6)) {
              case 0, 1 -> new Job.Uncharge();
              case 2 -> new Job.PutLimit(charged(groups), random.nextInt(4));
              default -> new Job.Charge(1);
            });
      }
      programs.add(new Program(charged(groups), sound(jobs)));
    }
    return new Workload(Controller.PIDS, groups, programs);
  }

  /** A program does not begin with giving back, since it holds nothing. */
  private static List<Job> sound(List<Job> jobs) {
    while (!jobs.isEmpty() && jobs.getFirst() instanceof Job.Uncharge) {
      jobs.removeFirst();
    }
    return jobs;
  }

  private Groups tree(int size) {
    List<Groups.Place> places = new ArrayList<>(List.of(new Groups.Place(null, limit())));
    for (int id = 1; id < size; id++) {
      places.add(new Groups.Place(new Group(random.nextInt(id)), limit()));
    }
    return new Groups(places);
  }

  private int limit() {
    return random.nextInt(3) == 0 ? number() : top;
  }

  /** Often the bound itself, or one beside it. */
  private int number() {
    int number = random.nextBoolean() ? random.nextInt(top + 1) : top - 1 + random.nextInt(3);
    return Math.max(0, number);
  }

  private Group any(Groups groups) {
    return new Group(random.nextInt(groups.all().size()));
  }

  private Group charged(Groups groups) {
    return new Group(1 + random.nextInt(groups.all().size() - 1));
  }
}
