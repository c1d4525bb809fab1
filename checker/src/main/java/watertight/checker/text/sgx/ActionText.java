package watertight.checker.text.sgx;

import org.jspecify.annotations.Nullable;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Range;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecInfo;
import watertight.model.enclave.sgx.SigStruct;
import watertight.model.enclave.sgx.Via;

/** Writes steps in the manual's mnemonics. */
public final class ActionText {
  private ActionText() {}

  /** Who takes a step. */
  public static String actor(Action action) {
    return switch (action) {
      case Action.Access access -> access.processor().toString();
      case Action.Enter enter -> enter.processor().toString();
      case Action.Exit exit -> exit.processor().toString();
      case Action.Interrupt interrupt -> interrupt.processor().toString();
      case Action.Report report -> report.processor().toString();
      case Action.GetKey get -> get.processor().toString();
      case Action.Tried tried -> tried.processor().toString();
      case Action.Dma dma -> "device";
      case Action.WritePte write -> "os";
      case Action.Leaf leaf -> "os";
    };
  }

  /** The step without who takes it. */
  public static String text(Action action) {
    return switch (action) {
      case Action.Access access ->
          access.use().verb()
              + " "
              + Pages.text(access.address())
              + value(access.value())
              + via(access.via());
      case Action.Enter enter -> enter(enter);
      case Action.Exit exit -> "EEXIT";
      case Action.Interrupt interrupt -> "interrupt";
      case Action.Report report -> "EREPORT " + enclave(report.target());
      case Action.GetKey get -> "EGETKEY " + get.isvsvn();
      case Action.Tried tried -> text(tried.leaf());
      case Action.Dma dma -> dma.use().verb() + " " + dma.frame() + value(dma.value());
      case Action.WritePte write ->
          "pte "
              + Pages.text(write.page())
              + process(write.process())
              + " = "
              + (write.place() == null ? "none" : write.place() + " " + rights(write.rwx()));
      case Action.Leaf leaf -> leaf(leaf);
    };
  }

  private static String leaf(Action.Leaf leaf) {
    return switch (leaf) {
      case Action.Ecreate create ->
          "ECREATE " + enclave(create.enclave()) + range(create.range()) + target(create.target());
      case Action.Eadd add ->
          "EADD "
              + add.secs()
              + " "
              + Pages.text(add.address())
              + " "
              + info(add.info())
              + content(add.content())
              + target(add.target());
      case Action.Eextend extend ->
          "EEXTEND " + extend.page() + (extend.chunk() == 0 ? "" : " chunk=" + extend.chunk());
      case Action.Einit init -> "EINIT " + init.secs() + signed(init.signed());
      case Action.Epa epa -> "EPA" + target(epa.target());
      case Action.Eblock block -> "EBLOCK " + block.page();
      case Action.Etrack track -> "ETRACK " + track.secs();
      case Action.Ewb evict ->
          "EWB %s slot=%s.%d".formatted(evict.page(), evict.va(), evict.slot());
      case Action.Eld load ->
          "%s @b%d slot=%s.%d%s la=%s%s"
              .formatted(
                  load.blocked() ? "ELDB" : "ELDU",
                  load.blob(),
                  load.va(),
                  load.slot(),
                  load.secs() == null ? "" : " secs=" + load.secs(),
                  Pages.text(load.address()),
                  target(load.target()));
      case Action.Eremove remove -> "EREMOVE " + remove.page();
      case Action.Edbgrd read -> "EDBGRD " + read.page();
    };
  }

  private static String enter(Action.Enter enter) {
    String leaf = enter.resume() ? "ERESUME " : "EENTER ";
    String via =
        enter.ssa() instanceof Via.Chosen ssa && enter.tcs() instanceof Via.Chosen tcs
            ? " via " + tcs.place() + ", " + ssa.place()
            : via(enter.tcs());
    return leaf + Pages.text(enter.address()) + via;
  }

  static String via(Via via) {
    return switch (via) {
      case Via.Chosen chosen -> " via " + chosen.place() + " " + rights(chosen.rwx());
      case Via.Tables tables ->
          tables.process() == Via.Tables.CURRENT ? "" : " in " + enclave(tables.process());
    };
  }

  private static String process(int process) {
    return process == 0 ? "" : " in " + enclave(process);
  }

  static String enclave(int number) {
    return new Place.SecsOf(number).toString();
  }

  static String rights(Rwx rwx) {
    String letters = rwx.toString();
    return letters.isEmpty() ? "-" : letters;
  }

  static String quoted(String bytes) {
    return CText.quoted(ByteText.of(bytes));
  }

  private static String value(@Nullable String value) {
    return value == null ? "" : " " + quoted(value);
  }

  private static String range(Range range) {
    return " base=" + Pages.text(range.base()) + " size=" + Pages.text(range.size());
  }

  private static String target(Place target) {
    return target instanceof Place.At(var frame) ? " frame=" + frame.id() : "";
  }

  private static String info(SecInfo info) {
    return info.type() + " " + rights(info.rwx());
  }

  private static String content(Content content) {
    return switch (content) {
      case Content.Data data -> " " + quoted(data.bytes());
      case Content.Thread thread ->
          " ssa=" + Pages.text(thread.tcs().ossa()) + " nssa=" + thread.tcs().nssa();
      case Content.Structure structure -> throw new IllegalArgumentException("not added");
      case Content.Versions versions -> throw new IllegalArgumentException("not added");
    };
  }

  private static String signed(SigStruct signed) {
    return " signed="
        + enclave(signed.enclave())
        + (signed.signature() ? "" : " signature=bad")
        + (signed.attributes() ? "" : " attributes=bad")
        + (signed.token() ? "" : " token=bad");
  }
}
