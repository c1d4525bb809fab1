package watertight.checker.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import watertight.model.Claim;
import watertight.model.Guard;

/** Claims about one model, its guards, and how its scenarios become questions. */
public interface ClaimSystem {
  /** The claims, in the order in which they are reported. */
  List<Claim> claims();

  /** The guards that can be taken away, in the order of the mechanisms. */
  List<Guard> guards();

  /** The weaker designs, by name. */
  Map<String, List<Guard>> variants();

  /** What a scenario is about. */
  String title(String scenario);

  /** How far each scope goes in a scenario: only those that it tells apart. */
  Map<String, String> scopes(String scenario);

  /** What a scenario of a claim asks. */
  Question<?> question(String scenario, String scope, Set<Guard> without);

  /** The state space of a scenario, whatever its claim. */
  Space space(String scenario);
}
