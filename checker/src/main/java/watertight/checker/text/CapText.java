package watertight.checker.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;

/** Sets of capabilities: in calls as strace writes them, in worlds by their short names. */
final class CapText {
  private static final List<Capability> CAPABILITIES = Arrays.asList(Capability.values());
  private static final Names<Capability> LONG =
      Names.of("a capability", CAPABILITIES, Capability::name);
  private static final Names<Capability> SHORT =
      Names.of("a capability", CAPABILITIES, CapText::shortName);

  private CapText() {}

  /** {@code 0}, {@code 1<<CAP_CHOWN|…}, a number, or {@code ~(…)}: all others. */
  static CapSet read(Cursor in) {
    if (!in.accept("~")) {
      return sum(in);
    }
    if (!in.accept("(")) {
      return CapSet.ALL.minus(term(in));
    }
    CapSet without = sum(in);
    in.expect(")");
    return CapSet.ALL.minus(without);
  }

  private static CapSet sum(Cursor in) {
    CapSet set = CapSet.NONE;
    do {
      set = set.or(term(in));
    } while (in.accept("|"));
    return set;
  }

  private static CapSet term(Cursor in) {
    if (in.accept("1<<")) {
      in.skipBlanks();
      return Numbers.next(in)
          ? CapSet.of(
              CAPABILITIES.get(
                  Numbers.within(in, "a capability's number", 0, CAPABILITIES.size() - 1)))
          : CapSet.of(LONG.read(in));
    }
    return new CapSet(Numbers.bits(in, "0, 1<<CAP_…, or ~(1<<CAP_…)")).and(CapSet.ALL);
  }

  static String write(CapSet set) {
    if (set.equals(CapSet.NONE)) {
      return "0";
    }
    CapSet others = CapSet.ALL.minus(set);
    if (others.equals(CapSet.NONE)) {
      return "~0";
    }
    return others.list().size() < set.list().size() ? "~(" + bits(others) + ")" : bits(set);
  }

  private static String bits(CapSet set) {
    return set.list().stream().map(one -> "1<<" + one).collect(Collectors.joining("|"));
  }

  /** {@code sys_chroot,mknod}, {@code all}, or nothing. */
  static CapSet readShort(Cursor in) {
    if (in.peek() == 0 || in.peek() == ' ') {
      return CapSet.NONE;
    }
    if (in.acceptWord("all")) {
      return CapSet.ALL;
    }
    CapSet set = CapSet.NONE;
    do {
      set = set.or(CapSet.of(SHORT.read(in)));
    } while (in.accept(","));
    return set;
  }

  static String writeShort(CapSet set) {
    return set.equals(CapSet.ALL)
        ? "all"
        : set.list().stream().map(CapText::shortName).collect(Collectors.joining(","));
  }

  private static String shortName(Capability capability) {
    return capability.name().substring("CAP_".length()).toLowerCase(Locale.ROOT);
  }
}
