package watertight.checker.text;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is written beside the arguments of one call.
 *
 * @param objects what the caller's descriptors must refer to before the call
 * @param out what the call must write
 * @param fails whether the call must fail
 * @param variables the names that may stand for descriptors
 */
record Writing(SortedMap<Integer, String> objects, Out out, boolean fails, Variables variables) {
  /** The call alone. */
  static final Writing PLAIN =
      new Writing(new TreeMap<>(), new Out.Nothing(), false, Variables.none());
}
