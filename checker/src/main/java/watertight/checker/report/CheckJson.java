package watertight.checker.report;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.verdict.Combined;
import watertight.checker.verdict.Evidence;

/** The results of {@code check} as JSON. */
public final class CheckJson {
  private CheckJson() {}

  /** The object, as text. */
  public static List<String> lines(List<Combined> claims, long seed, Map<String, Integer> rules) {
    ObjectNode object = Json.versioned().put("seed", seed);
    object.set("rules", Json.numbers(rules));
    ArrayNode list = object.putArray("claims");
    claims.forEach(claim -> list.add(claim(claim)));
    CheckSummary sum = CheckSummary.of(claims);
    object
        .putObject("summary")
        .put("claims", sum.claims())
        .put("ok", sum.ok())
        .put("fell", sum.fell())
        .put("vacuous", sum.vacuous())
        .put("inconclusive", sum.inconclusive())
        .put("notRun", sum.notRun())
        .put("disagreements", sum.disagreements());
    return Json.lines(object);
  }

  private static ObjectNode claim(Combined claim) {
    ObjectNode object =
        Json.object()
            .put("claim", claim.run().claim())
            .put("expected", claim.run().expected().text())
            .put("verdict", claim.verdict().text())
            .put("ok", claim.ok());
    ArrayNode evidence = object.putArray("evidence");
    claim.evidence().forEach(one -> evidence.add(evidence(one)));
    claim
        .trace()
        .ifPresentOrElse(
            trace -> object.set("trace", TraceJson.object(trace)), () -> object.putNull("trace"));
    return object;
  }

  static ObjectNode evidence(Evidence one) {
    ObjectNode object =
        Json.object().put("engine", one.engine().text()).put("verdict", one.verdict().text());
    one.strength().ifPresent(strength -> object.put("strength", strength.text()));
    one.bound().ifPresent(bound -> object.put("bound", bound.text()));
    one.actions().ifPresent(actions -> object.put("actions", actions));
    one.states().ifPresent(states -> object.put("states", states));
    one.transitions().ifPresent(transitions -> object.put("transitions", transitions));
    one.exact().ifPresent(exact -> object.put("exact", exact));
    one.seconds().ifPresent(seconds -> object.put("seconds", Math.round(seconds * 1e3) / 1e3));
    one.reason().ifPresent(reason -> object.put("reason", reason));
    return object;
  }
}
