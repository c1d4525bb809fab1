package watertight.checker.cli;

import picocli.CommandLine.Command;
import watertight.checker.verdict.ExitCode;

@Command(name = "check")
final class CheckCommand extends Action {
  @Override
  ExitCode run() {
    return ExitCode.AS_EXPECTED;
  }
}
