package watertight.checker.run;

import java.util.Optional;

/**
 * How a step of a litmus file went.
 *
 * @param n its number, from 1
 * @param line its line in the file
 * @param task who takes it
 * @param call the step as the file has it, without its result
 * @param expected the result in the file; empty when it says nothing
 * @param model what the model does instead, or the same; empty when it was not asked
 * @param kernel what the kernel does, where it was asked
 * @param gate the gate that refused in the model
 * @param ok whether the model does what is expected
 */
public record StepOutcome(
    int n,
    int line,
    String task,
    String call,
    String expected,
    String model,
    Optional<String> kernel,
    Optional<String> gate,
    boolean ok) {
  /** The step on the kernel alone: the model's part is left out. */
  StepOutcome onKernel(KernelSteps.Step step) {
    return new StepOutcome(
        n, line, task, call, expected, "", Optional.of(step.text()), Optional.empty(), step.ok());
  }

  /** The step in the model and on the kernel. */
  StepOutcome andKernel(KernelSteps.Step step) {
    return new StepOutcome(
        n, line, task, call, expected, model, Optional.of(step.text()), gate, ok && step.ok());
  }
}
