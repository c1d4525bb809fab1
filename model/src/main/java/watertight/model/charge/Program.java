package watertight.model.charge;

import java.util.ArrayList;
import java.util.List;

/**
 * What a task does, from its start to its end.
 *
 * @param home the group that it starts in
 * @param jobs what it does in turn
 * @param holds the pages that it holds there at the start, charged before
 */
public record Program(Group home, List<Job> jobs, int holds) {
  public Program {
    jobs = List.copyOf(jobs);
  }

  /** A program that holds nothing at the start. */
  public Program(Group home, List<Job> jobs) {
    this(home, jobs, 0);
  }

  /** A program of these jobs. */
  public static Program of(Group home, Job... jobs) {
    return new Program(home, List.of(jobs));
  }

  /** Charges pages and gives them back, so many times. */
  public static Program rounds(Group home, int rounds, int pages) {
    List<Job> jobs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      jobs.add(new Job.Charge(pages));
      jobs.add(new Job.Uncharge());
    }
    return new Program(home, jobs);
  }
}
