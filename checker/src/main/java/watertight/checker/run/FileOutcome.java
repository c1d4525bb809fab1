package watertight.checker.run;

import java.util.List;
import java.util.Optional;

/** How a file went. */
public sealed interface FileOutcome {
  /** The file's name, as it was given or found. */
  String file();

  /**
   * A litmus file.
   *
   * @param name its title
   * @param skipped why a part that was asked for was not run
   * @param steps its steps; none when nothing was run
   */
  record Litmus(String file, String name, Optional<String> skipped, List<StepOutcome> steps)
      implements FileOutcome {
    public Litmus {
      steps = List.copyOf(steps);
    }

    /** Whether every step that was run went as expected. */
    public boolean ok() {
      return steps.stream().allMatch(StepOutcome::ok);
    }
  }

  /** A file of test vectors. */
  record Vectors(String file, List<VectorOutcome> cases) implements FileOutcome {
    public Vectors {
      cases = List.copyOf(cases);
    }
  }

  /** A file that cannot be read, or is not in the notation. */
  record Bad(String file, String error) implements FileOutcome {}
}
