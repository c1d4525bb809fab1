package watertight.checker.text.sgx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import watertight.checker.text.Cursor;
import watertight.checker.text.Numbers;
import watertight.checker.text.machine.StepExpect;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecInfo;
import watertight.model.enclave.sgx.Seen;
import watertight.model.enclave.sgx.SigStruct;
import watertight.model.enclave.sgx.Tcs;

/** Reads the leaves of ENCLS. */
final class LeafLines {
  private static final int MOST_SAVED = 4;
  private final Operands operands;
  private final Map<String, Function<Cursor, Action.Leaf>> leaves = new LinkedHashMap<>();

  /** A leaf without the place that a page is kept at, which its result says. */
  record Read(Action.Leaf leaf) {}

  LeafLines(Operands operands) {
    this.operands = operands;
    leaves.put("ECREATE", this::create);
    leaves.put("EADD", this::add);
    leaves.put("EEXTEND", this::extend);
    leaves.put("EINIT", this::init);
    leaves.put("EPA", this::versionArray);
    leaves.put("EBLOCK", in -> new Action.Eblock(operands.place(in)));
    leaves.put("ETRACK", in -> new Action.Etrack(operands.place(in)));
    leaves.put("EWB", this::evict);
    leaves.put("ELDU", in -> load(in, false));
    leaves.put("ELDB", in -> load(in, true));
    leaves.put("EREMOVE", in -> new Action.Eremove(operands.place(in)));
    leaves.put("EDBGRD", in -> new Action.Edbgrd(operands.place(in)));
  }

  Set<String> names() {
    return leaves.keySet();
  }

  Read read(Cursor in) {
    return new Read(Operands.names("a step of the operating system", leaves).read(in).apply(in));
  }

  /** The leaf, with an evicted page kept where its expected result says. */
  static Action.Leaf kept(Read read, StepExpect expect) {
    if (!(read.leaf() instanceof Action.Ewb evict)) {
      return read.leaf();
    }
    int keep =
        expect.any().stream()
            .filter(one -> one.startsWith(SgxResults.BLOB))
            .mapToInt(SgxResults::blob)
            .findFirst()
            .orElse(Seen.Evicted.DROPPED);
    return new Action.Ewb(evict.page(), evict.va(), evict.slot(), keep);
  }

  private Action.Leaf create(Cursor in) {
    int enclave = operands.enclave(in);
    in.expect("base=");
    long base = Operands.address(in);
    in.expect("size=");
    Range range = new Range(base, Operands.address(in));
    return new Action.Ecreate(operands.target(in), enclave, range);
  }

  private Action.Leaf add(Cursor in) {
    Place secs = operands.place(in);
    long address = Operands.page(in);
    Map<String, PageType> types = new LinkedHashMap<>();
    for (PageType type : PageType.values()) {
      types.put(type.name(), type);
    }
    PageType type = Operands.names("a type of page", types).read(in);
    Rwx rwx = Operands.rights(in);
    Content content = type == PageType.TCS ? thread(in) : new Content.Data(Operands.bytes(in));
    return new Action.Eadd(operands.target(in), secs, address, new SecInfo(type, rwx), content);
  }

  private static Content thread(Cursor in) {
    in.expect("ssa=");
    long ossa = Operands.page(in);
    in.expect("nssa=");
    int nssa = Numbers.within(in, "a number of frames", 1, MOST_SAVED);
    return new Content.Thread(new Tcs(false, 0, nssa, ossa));
  }

  private Action.Leaf extend(Cursor in) {
    Place page = operands.place(in);
    int chunk = in.accept("chunk=") ? Numbers.within(in, "an offset", 0, 4095) : 0;
    return new Action.Eextend(page, chunk);
  }

  private Action.Leaf init(Cursor in) {
    Place secs = operands.place(in);
    in.expect("signed=");
    int signed = operands.enclave(in);
    boolean signature = Operands.optional(in, "signature=", () -> Operands.good(in), true);
    boolean attributes = Operands.optional(in, "attributes=", () -> Operands.good(in), true);
    boolean token = Operands.optional(in, "token=", () -> Operands.good(in), true);
    return new Action.Einit(secs, new SigStruct(signed, signature, attributes, token));
  }

  /** The name of a new array may stand there; it is the one that its frame gives it. */
  private Action.Leaf versionArray(Cursor in) {
    if (in.accept("V")) {
      Numbers.within(in, "the number of a version array", 0, 63);
    }
    return new Action.Epa(operands.target(in));
  }

  private Action.Leaf evict(Cursor in) {
    Place page = operands.place(in);
    Operands.Slot slot = operands.slot(in);
    return new Action.Ewb(page, slot.array(), slot.number(), Seen.Evicted.DROPPED);
  }

  private Action.Leaf load(Cursor in, boolean blocked) {
    in.skipBlanks();
    int blob = operands.blob(in);
    Operands.Slot slot = operands.slot(in);
    Place secs = in.accept("secs=") ? operands.place(in) : null;
    in.expect("la=");
    long address = Operands.page(in);
    return new Action.Eld(
        blocked, blob, operands.target(in), slot.array(), slot.number(), secs, address);
  }
}
