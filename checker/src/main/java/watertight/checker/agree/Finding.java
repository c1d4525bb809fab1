package watertight.checker.agree;

/**
 * Where a step of the model is not what the specification says.
 *
 * @param predicate which predicate, or which step
 * @param model what the model says
 * @param alloy what the specification says
 */
record Finding(String predicate, String model, String alloy) {}
