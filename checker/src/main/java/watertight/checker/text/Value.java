package watertight.checker.text;

/** What a field of an out-argument must be. */
public sealed interface Value {
  /** This number. */
  record Exactly(long number) implements Value {}

  /** Whatever comes the first time, and the same again after that. */
  record Bound(String name) implements Value {}
}
