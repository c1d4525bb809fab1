package watertight.model.linux.credential;

import java.util.Arrays;
import java.util.List;

/**
 * A set of capabilities.
 *
 * @param bits bit n is the capability with ordinal n
 */
public record CapSet(long bits) {
  /** No capability. */
  public static final CapSet NONE = new CapSet(0);

  /** Every capability. */
  public static final CapSet ALL = new CapSet((1L << Capability.values().length) - 1);

  /** The set of these. */
  public static CapSet of(Capability... capabilities) {
    long bits = 0;
    for (Capability capability : capabilities) {
      bits |= 1L << capability.ordinal();
    }
    return new CapSet(bits);
  }

  /** Whether {@code capability} is in the set. */
  public boolean has(Capability capability) {
    return (bits >> capability.ordinal() & 1) != 0;
  }

  /** Whether every capability of this is in {@code other}. */
  public boolean isSubsetOf(CapSet other) {
    return (bits & ~other.bits) == 0;
  }

  /** What is in this or in {@code other}. */
  public CapSet or(CapSet other) {
    return new CapSet(bits | other.bits);
  }

  /** What is in this and in {@code other}. */
  public CapSet and(CapSet other) {
    return new CapSet(bits & other.bits);
  }

  /** What is in this and not in {@code other}. */
  public CapSet minus(CapSet other) {
    return new CapSet(bits & ~other.bits);
  }

  /** The capabilities, in the kernel's order. */
  public List<Capability> list() {
    return Arrays.stream(Capability.values()).filter(this::has).toList();
  }
}
