package watertight.checker.smt;

import java.util.ArrayList;
import java.util.List;
import watertight.model.charge.Task;
import watertight.model.charge.Workload;

/**
 * A run that Z3 found, in the model's terms.
 *
 * @param workload the limits at the start, and what each task does
 * @param schedule who steps, in turn
 * @param pictures what is so after each step, line by line: see {@link ChargePicture}
 */
record ChargeRun(Workload workload, List<Task> schedule, List<List<String>> pictures) {
  ChargeRun {
    schedule = List.copyOf(schedule);
    pictures = List.copyOf(pictures);
  }

  /** Where a picture differs from another of the same step, as text. */
  static String difference(List<String> specification, List<String> model) {
    List<String> lines = new ArrayList<>(specification);
    lines.removeAll(model);
    List<String> others = new ArrayList<>(model);
    others.removeAll(specification);
    return "the specification says %s, the model says %s"
        .formatted(String.join(", ", lines), String.join(", ", others));
  }
}
