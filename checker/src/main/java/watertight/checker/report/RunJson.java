package watertight.checker.report;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.kernel.Host;
import watertight.checker.run.FileOutcome;
import watertight.checker.run.RunSummary;
import watertight.checker.run.StepOutcome;
import watertight.checker.run.VectorOutcome;
import watertight.checker.run.Where;

/** The results of {@code run} as JSON. */
public final class RunJson {
  private RunJson() {}

  /**
   * The object, as text.
   *
   * @param host the kernel that answered; of a run in the model alone nothing is said
   */
  public static List<String> lines(List<FileOutcome> outcomes, Where where, Optional<Host> host) {
    ObjectNode object = Json.versioned();
    ArrayNode litmus = object.putArray("litmus");
    ArrayNode vectors = object.putArray("vectors");
    for (FileOutcome outcome : outcomes) {
      switch (outcome) {
        case FileOutcome.Litmus one -> litmus.add(litmus(one, where));
        case FileOutcome.Vectors many -> many.cases().forEach(one -> vectors.add(vector(one)));
        case FileOutcome.Bad bad -> (isVectors(bad) ? vectors : litmus).add(bad(bad));
      }
    }
    RunSummary sum = RunSummary.of(outcomes);
    object
        .putObject("summary")
        .put("files", sum.files())
        .put("cases", sum.cases())
        .put("ok", sum.ok())
        .put("failed", sum.failed() + sum.bad())
        .put("notRun", sum.notRun());
    if (where != Where.MODEL) {
      HostJson.put(object, host);
    }
    return Json.lines(object);
  }

  private static boolean isVectors(FileOutcome.Bad bad) {
    return bad.file().endsWith(".json");
  }

  private static ObjectNode bad(FileOutcome.Bad bad) {
    return Json.object().put("file", bad.file()).put("ok", false).put("error", bad.error());
  }

  private static ObjectNode litmus(FileOutcome.Litmus litmus, Where where) {
    ObjectNode object =
        Json.object().put("file", litmus.file()).put("name", litmus.name()).put("on", where.text());
    if (litmus.steps().isEmpty()) {
      object.putNull("ok");
    } else {
      object.put("ok", litmus.ok());
    }
    Json.putOrNull(object, "skipped", litmus.skipped());
    ArrayNode steps = object.putArray("steps");
    litmus.steps().forEach(step -> steps.add(step(step)));
    return object;
  }

  private static ObjectNode step(StepOutcome step) {
    ObjectNode object =
        Json.object()
            .put("n", step.n())
            .put("call", "[" + step.task() + "] " + step.call())
            .put("expected", step.expected());
    Json.putOrNull(object, "model", Optional.of(step.model()).filter(text -> !text.isEmpty()));
    Json.putOrNull(object, "kernel", step.kernel());
    Json.putOrNull(object, "gate", step.gate());
    return object.put("ok", step.ok());
  }

  private static ObjectNode vector(VectorOutcome vector) {
    ObjectNode object =
        Json.object()
            .put("file", vector.file())
            .put("id", vector.id())
            .put("expected", vector.expected());
    Json.putOrNull(object, "model", vector.model());
    Json.putOrNull(object, "gate", vector.gate());
    if (vector.skipped().isPresent()) {
      object.putNull("ok");
    } else {
      object.put("ok", vector.ok());
    }
    Json.putOrNull(object, "skipped", vector.skipped());
    return object;
  }
}
