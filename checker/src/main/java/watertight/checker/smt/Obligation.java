package watertight.checker.smt;

import java.util.List;

/**
 * One thing to prove: that there is no exception.
 *
 * @param claim the claim that it is a part of
 * @param text what is proved, in words
 * @param commands what sets the question up
 * @param guards the assumptions under which it is asked, by the guards' names
 */
public record Obligation(
    String claim, String text, List<SmtCommand> commands, List<String> guards) {
  public Obligation {
    commands = List.copyOf(commands);
    guards = List.copyOf(guards);
  }
}
