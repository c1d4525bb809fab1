package watertight.checker.smt;

import java.util.List;
import java.util.Optional;

/**
 * One thing to prove: that there is no exception.
 *
 * @param claim the claim that it is a part of
 * @param text what is proved, in words
 * @param commands what sets the question up
 * @param guards the assumptions under which it is asked, by the guards' names
 * @param exchange which call and answer an exception stands for: see {@link HostcallException}
 */
public record Obligation(
    String claim,
    String text,
    List<SmtCommand> commands,
    List<String> guards,
    Optional<String> exchange) {
  public Obligation {
    commands = List.copyOf(commands);
    guards = List.copyOf(guards);
  }
}
