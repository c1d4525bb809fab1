package watertight.model.enclave.sgx.claim;

import java.util.HashSet;
import java.util.Set;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.BlockedCell;
import watertight.model.enclave.sgx.Epcm;
import watertight.model.enclave.sgx.EpcmCell;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Inside;
import watertight.model.enclave.sgx.ModeCell;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.RegistersCell;
import watertight.model.enclave.sgx.SecsCell;
import watertight.model.enclave.sgx.Tcs;
import watertight.model.enclave.sgx.TcsCell;
import watertight.model.enclave.sgx.TlbCell;
import watertight.model.enclave.sgx.Translation;
import watertight.model.enclave.sgx.Via;
import watertight.model.enclave.sgx.World;

/** The claims about entering, running and leaving. */
final class ThreadProperties {
  private ThreadProperties() {}

  /** No translation outlives a crossing, and no register an asynchronous exit. */
  static Property.OfSteps<Action> cleanExit(World world) {
    return (before, action, result, after) -> {
      boolean holds = true;
      for (Processor processor : world.allProcessors()) {
        holds &= translationsFit(world, after, processor);
      }
      return holds
          && (!(action instanceof Action.Interrupt interrupt)
              || isClean(after, interrupt.processor()));
    };
  }

  private static boolean translationsFit(World world, Cells cells, Processor processor) {
    ModeCell.Running running = cells.view(new ModeCell(processor), new ModeCell.Runs());
    for (Translation kept : cells.get(new TlbCell(processor)).entries()) {
      boolean inside = running != null && running.range().contains(kept.page());
      if (inside != world.isEpc(kept.frame())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClean(Cells cells, Processor processor) {
    return cells.get(new RegistersCell(processor)).equals(RegistersCell.CLEAN);
  }

  /** The wording that is false: nor a register an EEXIT. */
  static Property.OfSteps<Action> cleanEexit(World world) {
    return (before, action, result, after) ->
        !(action instanceof Action.Exit exit) || isClean(after, exit.processor());
  }

  /** Nobody leaves. */
  static Property.OfSteps<Action> nobodyLeaves() {
    return (before, action, result, after) ->
        !(action instanceof Action.Interrupt) && !(action instanceof Action.Exit);
  }

  /** Every translation, and every address that is kept, is of a page that is still there. */
  static Property.OfStates<Action> noStaleTranslation(World world) {
    return cells -> {
      boolean holds = true;
      for (Processor processor : world.allProcessors()) {
        Inside inside = cells.get(new ModeCell(processor));
        holds &= inside == null || isThere(world, cells, processor, inside);
      }
      return holds;
    };
  }

  private static boolean isThere(World world, Cells cells, Processor processor, Inside inside) {
    if (cells.view(new EpcmCell(inside.secs()), new EpcmCell.Type()) != PageType.SECS
        || !isOf(cells, inside.tcs(), PageType.TCS, inside.secs())
        || !isOf(cells, inside.ssa(), PageType.REG, inside.secs())) {
      return false;
    }
    for (Translation kept : cells.get(new TlbCell(processor)).entries()) {
      if (world.isEpc(kept.frame()) && !isPage(cells, kept, inside.secs())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(Cells cells, Frame frame, PageType type, Frame secs) {
    Epcm epcm = cells.get(new EpcmCell(frame));
    return epcm != null && epcm.type() == type && secs.equals(epcm.secs());
  }

  private static boolean isPage(Cells cells, Translation kept, Frame secs) {
    Epcm epcm = cells.get(new EpcmCell(kept.frame()));
    return epcm != null && epcm.is(PageType.REG, secs, kept.page());
  }

  /** No page leaves the EPC. */
  static Property.OfSteps<Action> noPageLeaves() {
    return (before, action, result, after) ->
        !(action instanceof Action.Ewb || action instanceof Action.Eremove)
            || !(result instanceof Result.Returned);
  }

  /** A processor enters what is initialised; each runs a thread and has a save area of its own. */
  static Property.OfSteps<Action> threadsAreApart(World world) {
    return (before, action, result, after) ->
        !(action instanceof Action.Enter enter)
            || !(result instanceof Result.Returned)
            || isInitialised(after, enter.processor())
                && hasOwnSaveArea(after, enter.processor())
                && areApart(world, after);
  }

  private static boolean isInitialised(Cells after, Processor processor) {
    Inside inside = after.get(new ModeCell(processor));
    return after.view(new SecsCell(inside.secs()), new SecsCell.IsInit());
  }

  private static boolean hasOwnSaveArea(Cells after, Processor processor) {
    Inside inside = after.get(new ModeCell(processor));
    Tcs tcs = after.get(new TcsCell(inside.tcs()));
    Epcm epcm = after.get(new EpcmCell(inside.ssa()));
    long address = tcs.ossa() + tcs.cssa() * Pages.SIZE;
    return epcm != null && epcm.is(PageType.REG, inside.secs(), address);
  }

  private static boolean areApart(World world, Cells after) {
    Set<Frame> used = new HashSet<>();
    boolean apart = true;
    for (Processor processor : world.allProcessors()) {
      Inside inside = after.get(new ModeCell(processor));
      if (inside != null) {
        apart &= used.add(inside.tcs()) & used.add(inside.ssa());
      }
    }
    return apart;
  }

  /** Nobody enters. */
  static Property.OfSteps<Action> nobodyEnters() {
    return (before, action, result, after) ->
        !(action instanceof Action.Enter) || !(result instanceof Result.Returned);
  }

  /** Nobody comes back after an interrupt. */
  static Property.OfSteps<Action> nobodyResumes() {
    return (before, action, result, after) ->
        !(action instanceof Action.Enter enter && enter.resume());
  }

  /** A thread that no processor runs can be entered, and resumed after an interrupt. */
  static Property.OfSteps<Action> honestEntry(World world) {
    return (before, action, result, after) ->
        !(action instanceof Action.Enter enter)
            || !isHonest(world, before, enter)
            || result instanceof Result.Returned;
  }

  /** An honest enclave runs: its own pages are reached, its threads entered and resumed. */
  static Property.OfSteps<Action> honest(World world) {
    Property.OfSteps<Action> access = AccessProperties.honestAccess(world);
    Property.OfSteps<Action> entry = honestEntry(world);
    return (before, action, result, after) ->
        access.holds(before, action, result, after) && entry.holds(before, action, result, after);
  }

  private static boolean isHonest(World world, Cells before, Action.Enter enter) {
    if (before.has(new ModeCell(enter.processor()))
        || !(enter.tcs() instanceof Via.Chosen tcsVia)
        || !(enter.ssa() instanceof Via.Chosen ssaVia)) {
      return false;
    }
    Frame tcsFrame = tcsVia.place().frame(world, before);
    Frame ssaFrame = ssaVia.place().frame(world, before);
    if (!world.isEpc(tcsFrame) || !world.isEpc(ssaFrame)) {
      return false;
    }
    Epcm epcm = before.get(new EpcmCell(tcsFrame));
    if (epcm == null
        || !epcm.is(PageType.TCS, epcm.secs(), enter.address())
        || !before.view(new SecsCell(epcm.secs()), new SecsCell.IsInit())
        || before.has(new BlockedCell(tcsFrame))
        || isRun(world, before, tcsFrame)) {
      return false;
    }
    Tcs tcs = before.get(new TcsCell(tcsFrame));
    int used = enter.resume() ? tcs.cssa() - 1 : tcs.cssa();
    Epcm ssa = before.get(new EpcmCell(ssaFrame));
    return used >= 0
        && used < tcs.nssa()
        && ssa != null
        && ssa.is(PageType.REG, epcm.secs(), tcs.ossa() + used * Pages.SIZE)
        && !before.has(new BlockedCell(ssaFrame));
  }

  private static boolean isRun(World world, Cells before, Frame tcs) {
    boolean run = false;
    for (Processor processor : world.allProcessors()) {
      Inside inside = before.get(new ModeCell(processor));
      run |= inside != null && inside.tcs().equals(tcs);
    }
    return run;
  }
}
