package watertight.checker.text.sgx;

import java.util.List;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Tcs;

/** The threads of an enclave, and what is not theirs. */
final class Threads {
  private Threads() {}

  static Tcs of(Enclave.Page page) {
    return ((Content.Thread) page.content()).tcs();
  }

  /** The REG pages that are no save area. */
  static List<Enclave.Page> data(Enclave enclave) {
    List<Range> saved =
        enclave.pages(PageType.TCS).stream()
            .map(Threads::of)
            .map(tcs -> new Range(tcs.ossa(), tcs.nssa() * Pages.SIZE))
            .toList();
    return enclave.pages(PageType.REG).stream()
        .filter(page -> saved.stream().noneMatch(range -> range.contains(page.address())))
        .toList();
  }
}
