package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Guards;

/**
 * SDM vol. 3D §37.4: which record each leaf adds to the measurement. An author measures as the
 * processor does.
 *
 * @param guards which guards are in force
 */
record Measuring(Guards guards) {
  static Measured created(Range range) {
    return new Measured.Created(range.size());
  }

  /** The offset and SECINFO, as the page gets it: of a TCS without rights. */
  Measured added(Range range, long address, SecInfo info) {
    return new Measured.Added(
        guards.has(SgxChoices.MEASUREMENT_COVERS_PAGES) ? address - range.base() : null,
        guards.has(SgxChoices.SECINFO_MEASURED) ? given(info) : null);
  }

  /** EADD takes the rights from the SECINFO of a TCS before it measures it. */
  SecInfo given(SecInfo info) {
    return info.type() == PageType.TCS && guards.has(SgxChoices.TCS_PERMISSIONS_FORCED_OFF)
        ? new SecInfo(PageType.TCS, Rwx.NONE)
        : info;
  }

  static Measured extended(Range range, long address, Content content) {
    return new Measured.Extended(address - range.base(), content.toString());
  }

  /** What an enclave measures when it is built as its author says. */
  List<Measured> expected(Enclave enclave) {
    List<Measured> records = new ArrayList<>();
    records.add(created(enclave.range()));
    for (Enclave.Page page : enclave.pages()) {
      add(records, added(enclave.range(), page.address(), page.info()));
      if (page.extended()) {
        records.add(extended(enclave.range(), page.address(), page.content()));
      }
    }
    return records;
  }

  /** A record of nothing is none. */
  private static void add(List<Measured> records, Measured record) {
    if (!isNothing(record)) {
      records.add(record);
    }
  }

  private static boolean isNothing(Measured record) {
    return record instanceof Measured.Added added && added.offset() == null;
  }

  /**
   * The SECS with a record more. The hash is compared for equality alone, with those that authors
   * signed: all that none of them can become are one.
   */
  Secs measure(World world, Secs secs, Measured record) {
    if (isNothing(record)) {
      return secs;
    }
    Secs longer = secs.measuring(record);
    boolean isSigned =
        world.enclaves().stream().anyMatch(enclave -> isBeginning(longer, expected(enclave)));
    return isSigned ? longer : secs.spoilt();
  }

  private static boolean isBeginning(Secs secs, List<Measured> signed) {
    List<Measured> records = secs.measurement();
    return records.size() <= signed.size() && signed.subList(0, records.size()).equals(records);
  }
}
