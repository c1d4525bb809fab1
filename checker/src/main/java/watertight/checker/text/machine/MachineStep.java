package watertight.checker.text.machine;

/** One line of a run. */
public interface MachineStep {
  /** Who looks at the state and takes no part. */
  String OBSERVER = "o";

  /** Who takes it. */
  String actor();

  /** The step without who takes it and without its result. */
  String text();

  /** What it must come to. */
  StepExpect expect();
}
