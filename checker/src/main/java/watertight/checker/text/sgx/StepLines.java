package watertight.checker.text.sgx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import watertight.checker.text.Cursor;
import watertight.checker.text.Numbers;
import watertight.checker.text.machine.StepExpect;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.Use;
import watertight.model.enclave.sgx.Via;

/** Reads the steps of a run: {@code [p0] EENTER 0x12000 = ok}. */
final class StepLines {
  private final Operands operands;
  private final LeafLines leaves;

  StepLines(WorldLines world) {
    this.operands = new Operands(world);
    this.leaves = new LeafLines(operands);
  }

  /** Reads one line. */
  SgxStep read(Cursor in) {
    in.expect("[");
    if (in.acceptWord("o")) {
      in.expect("]");
      return look(in);
    }
    if (in.acceptWord("os")) {
      in.expect("]");
      return os(in);
    }
    if (in.acceptWord("device")) {
      in.expect("]");
      Use use = Operands.names("what a device does", uses(false)).read(in);
      Place frame = operands.place(in);
      String value = use == Use.WRITE ? Operands.bytes(in) : null;
      return taken(in, new Action.Dma(use, frame, value));
    }
    Processor processor = operands.processor(in);
    in.expect("]");
    return processor(in, processor);
  }

  private static SgxStep taken(Cursor in, Action action) {
    return new SgxStep.Taken(action, StepExpect.read(in, SgxResults::read));
  }

  private SgxStep look(Cursor in) {
    Map<String, Function<Cursor, SgxStep>> looks = new LinkedHashMap<>();
    looks.put(
        "registers",
        line -> {
          Processor processor = operands.processor(line);
          return new SgxStep.Registers(processor, StepExpect.read(line, SgxResults::read));
        });
    looks.put(
        "epcm",
        line -> {
          Place place = operands.place(line);
          return new SgxStep.Entry(place, StepExpect.read(line, SgxResults::entry));
        });
    return Operands.names("what to look at", looks).read(in).apply(in);
  }

  private SgxStep os(Cursor in) {
    if (in.acceptWord("pte")) {
      return taken(in, pte(in));
    }
    LeafLines.Read read = leaves.read(in);
    StepExpect expect = StepExpect.read(in, SgxResults::read);
    return new SgxStep.Taken(LeafLines.kept(read, expect), expect);
  }

  private Action pte(Cursor in) {
    long page = Operands.page(in);
    int process = in.acceptWord("in") ? operands.enclave(in) : 0;
    in.expect("=");
    if (in.acceptWord("none")) {
      return new Action.WritePte(process, page, null, Rwx.NONE);
    }
    Place place = operands.place(in);
    return new Action.WritePte(process, page, place, Operands.rights(in));
  }

  private static Map<String, Use> uses(boolean fetches) {
    Map<String, Use> uses = new LinkedHashMap<>();
    for (Use use : Use.values()) {
      if (fetches || use != Use.FETCH) {
        uses.put(use.verb(), use);
      }
    }
    return uses;
  }

  private SgxStep processor(Cursor in, Processor processor) {
    Map<String, Function<Cursor, Action>> forms = new LinkedHashMap<>();
    uses(true).forEach((verb, use) -> forms.put(verb, line -> access(line, processor, use)));
    forms.put("EENTER", line -> enter(line, processor, false));
    forms.put("ERESUME", line -> enter(line, processor, true));
    forms.put("EEXIT", line -> new Action.Exit(processor));
    forms.put("interrupt", line -> new Action.Interrupt(processor));
    forms.put("EREPORT", line -> new Action.Report(processor, operands.enclave(line)));
    forms.put(
        "EGETKEY",
        line -> new Action.GetKey(processor, Numbers.within(line, "a security version", 0, 9)));
    for (String leaf : leaves.names()) {
      forms.put(leaf, line -> null);
    }
    in.skipBlanks();
    int place = in.at();
    Action action = Operands.names("a step", forms).read(in).apply(in);
    if (action == null) {
      in.back(place);
      LeafLines.Read read = leaves.read(in);
      StepExpect expect = StepExpect.read(in, SgxResults::read);
      return new SgxStep.Taken(new Action.Tried(processor, LeafLines.kept(read, expect)), expect);
    }
    return taken(in, action);
  }

  private Action access(Cursor in, Processor processor, Use use) {
    long address = Operands.address(in);
    String value = use == Use.WRITE ? Operands.bytes(in) : null;
    return new Action.Access(processor, use, address, value, via(in));
  }

  private Via via(Cursor in) {
    if (in.acceptWord("via")) {
      Place place = operands.place(in);
      return new Via.Chosen(place, Operands.rights(in));
    }
    return tables(in);
  }

  private Via tables(Cursor in) {
    return new Via.Tables(in.acceptWord("in") ? operands.enclave(in) : Via.Tables.CURRENT);
  }

  private @Nullable Action enter(Cursor in, Processor processor, boolean resume) {
    long address = Operands.page(in);
    if (in.acceptWord("via")) {
      Place tcs = operands.place(in);
      in.expect(",");
      Place ssa = operands.place(in);
      return new Action.Enter(
          processor, resume, address, new Via.Chosen(tcs, Rwx.ALL), new Via.Chosen(ssa, Rwx.ALL));
    }
    Via tables = tables(in);
    return new Action.Enter(processor, resume, address, tables, tables);
  }
}
