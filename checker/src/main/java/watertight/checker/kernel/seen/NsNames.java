package watertight.checker.kernel.seen;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that may be names of namespaces, such as {@code uts:[4026531838]}: the number is the
 * kernel's, so which name is which namespace is all that two sides can compare, through one run.
 */
public final class NsNames {
  private static final Pattern NAME =
      Pattern.compile("(cgroup|ipc|mnt|net|pid|time|user|uts):\\[([0-9]*)(\\]?)");

  private final Map<String, String> others = new HashMap<>();
  private final Map<String, String> ones = new HashMap<>();

  /** Whether a text is the name of a namespace. */
  public static boolean is(String text) {
    Matcher name = NAME.matcher(text);
    return name.matches() && !name.group(3).isEmpty();
  }

  /** Whether both texts are the same, given which namespaces are; they are from then on. */
  public boolean same(String one, String other) {
    Matcher ours = NAME.matcher(one);
    Matcher theirs = NAME.matcher(other);
    if (!ours.matches() || !theirs.matches()) {
      return one.equals(other);
    }
    if (!ours.group(1).equals(theirs.group(1))) {
      return false;
    }
    boolean cut = ours.group(3).isEmpty() || theirs.group(3).isEmpty();
    return cut ? one.length() == other.length() : paired(one, other);
  }

  private boolean paired(String one, String other) {
    String known = others.putIfAbsent(one, other);
    String back = ones.putIfAbsent(other, one);
    return (known == null || known.equals(other)) && (back == null || back.equals(one));
  }
}
