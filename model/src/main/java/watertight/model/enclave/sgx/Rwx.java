package watertight.model.enclave.sgx;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rights to a page.
 *
 * @param uses what they allow
 */
public record Rwx(Set<Use> uses) {
  /** No right. */
  public static final Rwx NONE = new Rwx(Set.of());

  /** Every right. */
  public static final Rwx ALL = new Rwx(Set.of(Use.values()));

  /** To read and write. */
  public static final Rwx RW = new Rwx(Set.of(Use.READ, Use.WRITE));

  public Rwx {
    uses = Set.copyOf(uses);
  }

  /** The rights in a text such as {@code RW}; other letters count for nothing. */
  public static Rwx of(String letters) {
    return new Rwx(
        EnumSet.allOf(Use.class).stream()
            .filter(use -> letters.contains(use.letter()))
            .collect(Collectors.toSet()));
  }

  /** Whether they allow it. */
  public boolean allows(Use use) {
    return uses.contains(use);
  }

  /** The rights that both give. */
  public Rwx and(Rwx other) {
    return new Rwx(uses.stream().filter(other::allows).collect(Collectors.toSet()));
  }

  /** These rights, and this one. */
  Rwx with(Use use) {
    Set<Use> more = EnumSet.of(use);
    more.addAll(uses);
    return new Rwx(more);
  }

  @Override
  public String toString() {
    return EnumSet.allOf(Use.class).stream()
        .filter(this::allows)
        .map(Use::letter)
        .collect(Collectors.joining());
  }
}
