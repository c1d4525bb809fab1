package watertight.checker.cli;

import picocli.CommandLine.Command;
import watertight.checker.verdict.ExitCode;

@Command(name = "explore")
final class ExploreCommand extends Action {
  @Override
  ExitCode run() {
    return ExitCode.AS_EXPECTED;
  }
}
