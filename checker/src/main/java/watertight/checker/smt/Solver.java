package watertight.checker.smt;

import com.microsoft.z3.Context;
import com.microsoft.z3.Native;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Z3, with the common part of a script read. For one thread. */
final class Solver implements AutoCloseable {
  private final Context context = new Context();

  /** Reads what all obligations of a script share. */
  Solver(SmtScript script) {
    say("(set-option :smt.core.minimize true)");
    script.common().forEach(command -> say(command.text()));
  }

  /** Asks for an exception while these guards are away. */
  SmtAnswer ask(Obligation obligation, Set<String> away, Duration time) {
    say("(push 1)");
    try {
      obligation.commands().forEach(command -> say(command.text()));
      say("(set-option :timeout " + Math.max(1, time.toMillis()) + ")");
      String answer = say("(check-sat-assuming (" + literals(obligation, away) + "))");
      return switch (answer) {
        case "unsat" -> new SmtAnswer.Proved(names(say("(get-unsat-assumptions)")));
        case "sat" -> new SmtAnswer.Exception(say("(get-model)"));
        default -> new SmtAnswer.Unknown(say("(get-info :reason-unknown)"));
      };
    } finally {
      say("(pop 1)");
    }
  }

  private static String literals(Obligation obligation, Set<String> away) {
    return obligation.guards().stream()
        .map(guard -> away.contains(guard) ? "(not " + guard + ")" : guard)
        .collect(Collectors.joining(" "));
  }

  private static List<String> names(String core) {
    return Arrays.stream(core.replaceAll("\\(not ([^()]*)\\)", "").split("[\\s()]+"))
        .filter(name -> !name.isEmpty())
        .sorted()
        .toList();
  }

  private String say(String command) {
    String answer = Native.evalSmtlib2String(context.nCtx(), command).strip();
    if (answer.startsWith("(error")) {
      throw new IllegalArgumentException(command + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    context.close();
  }
}
