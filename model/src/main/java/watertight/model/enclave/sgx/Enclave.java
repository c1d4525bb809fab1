package watertight.model.enclave.sgx;

import java.util.List;

/**
 * An enclave as its author made it.
 *
 * @param id its number, from 0; it is called E1 for 0, E2 for 1, …
 * @param range ELRANGE
 * @param debug whether it is for debugging
 * @param built whether it is there at the start; else somebody may build it
 * @param pages its pages, in the order in which they are added
 */
public record Enclave(int id, Range range, boolean debug, boolean built, List<Page> pages) {
  public Enclave {
    pages = List.copyOf(pages);
  }

  /**
   * A page.
   *
   * @param address where it is added
   * @param info its type and the rights asked for
   * @param content what is in it
   * @param extended whether its content is measured
   */
  public record Page(long address, SecInfo info, Content content, boolean extended) {}

  /** Its pages of this type. */
  public List<Page> pages(PageType type) {
    return pages.stream().filter(page -> page.info().type() == type).toList();
  }

  @Override
  public String toString() {
    return "E" + (id + 1);
  }
}
