package watertight.checker.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import watertight.checker.report.Style;
import watertight.checker.report.Terminal;
import watertight.checker.text.InputError;
import watertight.checker.verdict.ExitCode;

/** The command line: one subcommand for each thing that can be asked. */
@Command(
    name = "watertight",
    header = "The reference model of lightweight isolation: run it, check it, break it.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      CheckCommand.class,
      ListCommand.class,
      TraceCommand.class,
      SearchCommand.class,
      RunCommand.class,
      ExploreCommand.class,
      ExplainCommand.class,
      MatrixCommand.class,
      ConformCommand.class
    },
    footerHeading = "%nExample:%n",
    footer = "  ./watertight check 'chroot/*'")
public final class Main {
  /** The system property that makes every command fail of itself, for the tests of that. */
  static final String FAULT = "watertight.fault";

  private static final String DEBUG = "--debug";

  private final Terminal terminal;
  private final List<String> args;
  private final List<String> added = new ArrayList<>();
  private boolean helped;

  private Main(Terminal terminal, List<String> args) {
    this.terminal = terminal;
    this.args = args;
  }

  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  /** Runs a command line whose streams are no terminals, and says what the process would return. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    return run(new Terminal(out, err, false, Style.PLAIN), args);
  }

  private static int run(Terminal terminal, String[] args) {
    Main main = new Main(terminal, List.of(args));
    CommandLine line = new CommandLine(main);
    line.setParameterExceptionHandler((e, ignored) -> main.badUsage(e).number());
    line.setExecutionStrategy(parsed -> main.execute(parsed).number());
    int code = line.execute(args);
    if (!main.helped) {
      terminal.say("to repeat: " + Repeat.line(main.args, main.added));
    }
    return code;
  }

  /** Where results and messages go. */
  Terminal terminal() {
    return terminal;
  }

  /** Adds what the line that repeats this run needs beside what was typed. */
  void repeatWith(String... more) {
    added.addAll(Arrays.asList(more));
  }

  private ExitCode execute(ParseResult parsed) {
    Optional<String> help = help(parsed);
    if (help.isPresent()) {
      helped = true;
      terminal.print(List.of(help.get().stripTrailing()));
      return ExitCode.AS_EXPECTED;
    }
    CommandLine command = parsed.asCommandLineList().getLast();
    try {
      if (!(command.getCommand() instanceof Action action)) {
        throw new ParameterException(command, "a command is missing");
      }
      if (System.getProperty(FAULT) != null) {
        throw new IllegalStateException("a fault was asked for");
      }
      return action.run();
    } catch (ParameterException e) {
      return badUsage(e);
    } catch (InputError e) {
      terminal.say(e.getMessage());
      return ExitCode.BAD_INPUT;
    } catch (OutOfMemoryError e) {
      terminal.say("inconclusive: the memory was spent");
      return ExitCode.INCONCLUSIVE;
    } catch (RuntimeException | Error e) {
      return internal(e);
    }
  }

  private Optional<String> help(ParseResult parsed) {
    Ansi ansi = terminal.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF;
    for (CommandLine command : parsed.asCommandLineList()) {
      if (command.isUsageHelpRequested()) {
        return Optional.of(command.getUsageMessage(ansi));
      }
      if (command.isVersionHelpRequested()) {
        return Optional.of(new Version().getVersion()[0]);
      }
    }
    return Optional.empty();
  }

  private ExitCode badUsage(ParameterException e) {
    terminal.say(
        "watertight: "
            + oneLine(
                e instanceof CommandLine.UnmatchedArgumentException unmatched
                    ? unmatched(unmatched)
                    : e.getMessage()));
    terminal.say("see ./" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_INPUT;
  }

  private String unmatched(CommandLine.UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    boolean isOption = first.startsWith("-");
    String kind =
        isOption ? "option" : command.getCommand() == this ? "command" : "use for the argument";
    Collection<String> known =
        isOption
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    return Unknown.message(kind, first, known);
  }

  private ExitCode internal(Throwable e) {
    boolean debug = args.contains(DEBUG);
    String hint = debug ? "" : " (" + DEBUG + " shows where)";
    terminal.say("watertight: internal error: " + oneLine(e.toString()) + hint);
    if (debug) {
      terminal.say(Traces.of(e));
    }
    return ExitCode.INTERNAL;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The version that the jar's manifest states. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"watertight " + (version == null ? "(not packaged)" : version)};
    }
  }
}
