package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The translations that a processor keeps.
 *
 * @param entries at most one for a page, in the order of pages
 */
public record Tlb(List<Translation> entries) {
  /** Nothing kept. */
  public static final Tlb EMPTY = new Tlb(List.of());

  public Tlb {
    entries = List.copyOf(entries);
  }

  /** The translation of a page, or null. */
  public @Nullable Translation of(long page) {
    return entries.stream().filter(one -> one.page() == page).findFirst().orElse(null);
  }

  /** As this, with a translation in the place of the one of its page. */
  Tlb with(Translation translation) {
    List<Translation> more = new ArrayList<>(entries);
    more.removeIf(one -> one.page() == translation.page());
    more.add(translation);
    more.sort(Comparator.comparingLong(Translation::page));
    return new Tlb(more);
  }
}
