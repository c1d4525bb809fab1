package watertight.checker.run;

import java.util.List;
import watertight.checker.verdict.ExitCode;

/**
 * How many files and cases went how.
 *
 * @param files the files, those that cannot be used included
 * @param cases the cases of test vectors
 * @param ok the litmus files and cases that went as expected
 * @param failed those that did not
 * @param notRun those of which a part that was asked for was not run
 * @param bad the files that cannot be used
 */
public record RunSummary(long files, long cases, long ok, long failed, long notRun, long bad) {
  /** The sum of {@code outcomes}. */
  public static RunSummary of(List<FileOutcome> outcomes) {
    long cases = 0;
    long ok = 0;
    long failed = 0;
    long notRun = 0;
    long bad = 0;
    for (FileOutcome outcome : outcomes) {
      switch (outcome) {
        case FileOutcome.Litmus litmus -> {
          boolean ran = !litmus.steps().isEmpty();
          ok += ran && litmus.ok() ? 1 : 0;
          failed += ran && !litmus.ok() ? 1 : 0;
          notRun += litmus.skipped().isPresent() ? 1 : 0;
        }
        case FileOutcome.Vectors vectors -> {
          cases += vectors.cases().size();
          for (VectorOutcome one : vectors.cases()) {
            boolean ran = one.skipped().isEmpty();
            ok += ran && one.ok() ? 1 : 0;
            failed += ran && !one.ok() ? 1 : 0;
            notRun += ran ? 0 : 1;
          }
        }
        case FileOutcome.Bad unusable -> bad++;
      }
    }
    return new RunSummary(outcomes.size(), cases, ok, failed, notRun, bad);
  }

  /**
   * The exit code: a file that cannot be used weighs most. That some files cannot be put to a
   * kernel is said and is no failure; that none was put to it, where that was asked for, is
   * inconclusive.
   *
   * @param kernel whether the kernel was asked for
   */
  public ExitCode exitCode(boolean kernel) {
    if (bad > 0) {
      return ExitCode.BAD_INPUT;
    }
    if (failed > 0) {
      return ExitCode.FELL;
    }
    boolean none = kernel && notRun >= files;
    return notRun > 0 && (none || ok == 0) ? ExitCode.INCONCLUSIVE : ExitCode.AS_EXPECTED;
  }
}
