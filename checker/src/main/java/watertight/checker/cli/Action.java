package watertight.checker.cli;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import watertight.checker.report.Terminal;
import watertight.checker.verdict.ExitCode;

/** A command, with what all commands have in common. */
abstract class Action {
  private static final List<String> FORMATS = List.of("text", "json");

  @Spec private CommandSpec spec;
  @ParentCommand private Main main;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How results are written.")
  private String format;

  @Option(names = "--debug", description = "Show stack traces.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  private boolean help;

  /** Does what was asked for. */
  abstract ExitCode run();

  Main main() {
    return main;
  }

  Terminal terminal() {
    return main.terminal();
  }

  /** Whether results are to be JSON. */
  boolean isJson() {
    return oneOf("--format", format, FORMATS).equals("json");
  }

  /** The error that the command line is wrong. */
  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** {@code value}, which must be one of {@code known}. */
  String oneOf(String option, String value, Collection<String> known) {
    if (known.contains(value)) {
      return value;
    }
    throw usage(
        "%s: found \"%s\", expected %s".formatted(option, value, String.join(" or ", known)));
  }

  /** The error that {@code name} is none of {@code known}, with the nearest of them. */
  ParameterException unknown(String kind, String name, Collection<String> known) {
    return usage(Unknown.message(kind, name, known));
  }
}
