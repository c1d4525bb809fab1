package watertight.checker.text;

import java.util.SortedMap;
import java.util.TreeMap;

/** What is gathered beside the arguments of one call while it is read. */
final class Reading {
  private final Variables variables;
  private final boolean abbreviations;
  private final SortedMap<Integer, String> objects = new TreeMap<>();
  private Out out = new Out.Nothing();

  /**
   * @param variables the names that may stand for descriptors
   * @param abbreviations whether {@code "…"...} is allowed for a text that starts so
   */
  Reading(Variables variables, boolean abbreviations) {
    this.variables = variables;
    this.abbreviations = abbreviations;
  }

  Variables variables() {
    return variables;
  }

  boolean abbreviations() {
    return abbreviations;
  }

  /** What the caller's descriptors must refer to before the call. */
  SortedMap<Integer, String> objects() {
    return objects;
  }

  Out out() {
    return out;
  }

  void object(int fd, String object) {
    objects.put(fd, object);
  }

  void out(Out out) {
    this.out = out;
  }
}
