package watertight.checker.cli;

import picocli.CommandLine.Command;
import watertight.checker.verdict.ExitCode;

@Command(name = "trace")
final class TraceCommand extends Action {
  @Override
  ExitCode run() {
    return ExitCode.AS_EXPECTED;
  }
}
