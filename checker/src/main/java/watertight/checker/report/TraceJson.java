package watertight.checker.report;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.conform.JudgedTrace;
import watertight.checker.run.Where;
import watertight.checker.trace.RenderedTrace;
import watertight.checker.trace.TraceStep;

/** A trace as JSON. */
public final class TraceJson {
  private TraceJson() {}

  /** The object, as text. */
  public static List<String> lines(RenderedTrace trace) {
    return Json.lines(object(trace));
  }

  /**
   * The object with what the model with all guards and the kernel make of each step, as text.
   *
   * @param where which of them were asked for
   */
  public static List<String> lines(JudgedTrace judged, Where where) {
    ObjectNode object = object(judged.trace());
    for (int i = 0; i < judged.rows().size(); i++) {
      JudgedTrace.Row row = judged.rows().get(i);
      ObjectNode step = (ObjectNode) object.path("steps").path(i);
      if (where != Where.KERNEL) {
        Json.putOrNull(step, "model", row.model());
        Json.putOrNull(step, "modelGate", row.gate());
      }
      Json.putOrNull(step, "kernel", row.kernel());
    }
    judged
        .firstDifference()
        .ifPresentOrElse(
            n -> object.put("firstDifference", n), () -> object.putNull("firstDifference"));
    Json.putOrNull(object, "disagreement", judged.disagreement());
    Json.putOrNull(object, "notRun", judged.notRun());
    HostJson.put(object, judged.host());
    return Json.lines(object);
  }

  static ObjectNode object(RenderedTrace trace) {
    ObjectNode object = Json.versioned();
    Json.putOrNull(object, "claim", trace.claim());
    Json.putOrNull(object, "engine", trace.engine());
    object.set("without", Json.strings(trace.without()));
    object.set("rules", Json.numbers(trace.rules()));
    object.put("shortest", trace.shortest());
    object.set("world", Json.strings(trace.world()));
    ArrayNode steps = object.putArray("steps");
    trace.steps().forEach(step -> steps.add(step(step)));
    object.put("goal", trace.goal());
    if (trace.loopFrom().isPresent()) {
      object.put("loopFrom", trace.loopFrom().getAsInt());
    } else {
      object.putNull("loopFrom");
    }
    return object;
  }

  private static ObjectNode step(TraceStep step) {
    ObjectNode object = Json.object();
    object.put("n", step.n());
    object.put("task", step.task());
    object.put("call", step.call());
    object.put("result", step.result());
    Json.putOrNull(object, "gate", step.gate());
    ArrayNode changed = object.putArray("changed");
    for (TraceStep.Change change : step.changed()) {
      changed
          .addObject()
          .put("what", change.what())
          .put("from", change.from())
          .put("to", change.to());
    }
    return object;
  }
}
