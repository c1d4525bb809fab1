package watertight.checker.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import watertight.checker.report.Terminal;
import watertight.checker.verdict.ExitCode;
import watertight.model.Guard;

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
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  boolean help;

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

  /** The guards with these names. */
  Set<Guard> guards(String option, List<String> names) {
    Set<Guard> guards = new LinkedHashSet<>();
    for (String name : names) {
      guards.add(
          Catalogue.guard(name)
              .orElseThrow(() -> unknown("guard for " + option, name, Catalogue.guardNames())));
    }
    return guards;
  }

  /** The duration that {@code text} stands for. */
  Duration time(String option, String text) {
    return Times.parse(text)
        .orElseThrow(
            () ->
                usage(
                    "%s: found \"%s\", expected a time such as 60s or 2m".formatted(option, text)));
  }

  /** The path that {@code text} stands for. */
  Path path(String text) {
    if (text.isEmpty()) {
      throw usage("found an empty path, expected the name of a file");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw usage("found \"%s\", expected the name of a file".formatted(e.getInput()));
    }
  }
}
