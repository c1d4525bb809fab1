package watertight.properties.linux.walk;

import watertight.model.linux.Rules;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.PathChoices;

/** To what a walk is confined. */
public enum Confinement {
  /** To the task's root. */
  ROOT,
  /** To the directory where it starts: openat2 with RESOLVE_IN_ROOT. */
  IN_ROOT,
  /** To the directory where it starts: openat2 with RESOLVE_BENEATH. */
  BENEATH;

  /** The lookup, as openat2 makes it under {@code rules}. */
  Lookup lookup(Rules rules) {
    boolean beneath = this == BENEATH && rules.has(PathChoices.RESOLVE_BENEATH);
    boolean inRoot = this == IN_ROOT && rules.has(PathChoices.RESOLVE_IN_ROOT);
    return new Lookup(true, false, beneath, inRoot, false, false, false, false);
  }
}
