package watertight.checker.smt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text of proofs. What stands outside of {@code push} and {@code pop} is common to all that
 * follows; between them stands one {@link Obligation}, which ends with {@code check-sat-assuming}
 * and the guards. Which claim it belongs to is said by {@code (set-info :claim |…|)} before it,
 * what it proves by {@code (set-info :obligation |…|)} in it.
 *
 * @param name the text's name
 * @param bound how far its proofs reach: {@code (set-info :bound |…|)}
 * @param common what all obligations share, in order
 * @param obligations what is to be proved, in order
 */
public record SmtScript(
    String name, String bound, List<SmtCommand> common, List<Obligation> obligations) {
  private static final String ANY = "any number of tasks, any sizes, limits and depth";

  private static final Pattern INFO =
      Pattern.compile("\\(set-info :(claim|obligation|bound|exchange) \\|([^|]*)\\|\\)");
  private static final Pattern ASSUMING =
      Pattern.compile("\\(check-sat-assuming \\(([a-z\\s-]*)\\)\\)");

  private static final Pattern FLAG = Pattern.compile("\\(declare-const ([a-z-]+) Bool\\)");

  public SmtScript {
    common = List.copyOf(common);
    obligations = List.copyOf(obligations);
  }

  /** Reads a text. */
  static SmtScript parse(String name, String text) {
    return new Reader(name).read(SmtCommand.all(text));
  }

  /** The claims of which something is proved here, in order. */
  List<String> claims() {
    return obligations.stream().map(Obligation::claim).distinct().toList();
  }

  /** The names that stand for yes or no: its checks are among them. */
  List<String> flags() {
    return common.stream()
        .map(command -> FLAG.matcher(command.text()))
        .filter(Matcher::matches)
        .map(flag -> flag.group(1))
        .toList();
  }

  /** What is to be proved of a claim. */
  List<Obligation> of(String claim) {
    return obligations.stream().filter(o -> o.claim().equals(claim)).toList();
  }

  private static final class Reader {
    private final String name;
    private final List<SmtCommand> common = new ArrayList<>();
    private final List<Obligation> obligations = new ArrayList<>();
    private final List<SmtCommand> asked = new ArrayList<>();
    private String bound = ANY;
    private boolean pushed;
    private @Nullable String claim;
    private @Nullable String text;
    private @Nullable String exchange;
    private @Nullable List<String> guards;

    Reader(String name) {
      this.name = name;
    }

    SmtScript read(List<SmtCommand> commands) {
      commands.forEach(this::read);
      require(!pushed, "a (pop 1)", new SmtCommand("the end", 0));
      return new SmtScript(name, bound, common, obligations);
    }

    private void read(SmtCommand command) {
      Matcher info = INFO.matcher(command.text());
      Matcher assuming = ASSUMING.matcher(command.text());
      if (command.is("push")) {
        require(!pushed && claim != null, "a claim before it, and no push", command);
        pushed = true;
      } else if (command.is("pop")) {
        end(command);
      } else if (info.matches()) {
        info(info.group(1), info.group(2));
      } else if (assuming.matches()) {
        require(pushed && guards == null, "one question in each push", command);
        guards = Arrays.stream(assuming.group(1).split("\\s+")).filter(g -> !g.isEmpty()).toList();
      } else {
        require(!command.is("check-sat"), "check-sat-assuming", command);
        (pushed ? asked : common).add(command);
      }
    }

    private void info(String key, String value) {
      switch (key) {
        case "claim" -> claim = value;
        case "bound" -> bound = value;
        case "exchange" -> exchange = value;
        default -> text = value;
      }
    }

    private void end(SmtCommand pop) {
      require(pushed && text != null && guards != null, "an obligation and a question", pop);
      obligations.add(new Obligation(claim, text, asked, guards, Optional.ofNullable(exchange)));
      asked.clear();
      pushed = false;
      text = null;
      exchange = null;
      guards = null;
    }

    private void require(boolean met, String expected, SmtCommand found) {
      if (!met) {
        throw new IllegalArgumentException(
            "%s.smt2:%d: found %s, expected %s"
                .formatted(name, found.line(), found.text(), expected));
      }
    }
  }
}
