package watertight.model;

/**
 * A check, or a named choice that is not a refusal, on which claims depend and which can be taken
 * away. Guards are constants of an enum per mechanism.
 */
public interface Guard {
  /** The name in claims, on the command line and in reports, such as {@code symlink-limit}. */
  String id();
}
