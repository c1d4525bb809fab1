package watertight.model.enclave.sgx.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watertight.model.Cells;
import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Blob;
import watertight.model.enclave.sgx.BlobCell;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.DataCell;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Epcm;
import watertight.model.enclave.sgx.EpcmCell;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecsCell;
import watertight.model.enclave.sgx.World;

/** The claims about what is in the EPC, and what comes back to it. */
final class PageProperties {
  private PageProperties() {}

  /** A page comes back once, in its latest version, at its address, in its enclave, as it was. */
  static Property.OfSteps<Action> noRollback(World world) {
    return (before, action, result, after) ->
        !(action instanceof Action.Eld load)
            || !(result instanceof Result.Returned)
            || isItsPage(world, before, load) && hasItsRights(world, before, load, after);
  }

  private static boolean hasItsRights(World world, Cells before, Action.Eld load, Cells after) {
    Frame target = load.target().frame(world, before);
    Rwx rights = before.get(new BlobCell(load.blob())).rwx();
    return after.get(new EpcmCell(target)).rwx().equals(rights);
  }

  private static boolean isItsPage(World world, Cells before, Action.Eld load) {
    Blob blob = before.get(new BlobCell(load.blob()));
    if (!blob.type().isRegOrTcs()) {
      return true;
    }
    Frame secs = load.secs().frame(world, before);
    return blob.latest()
        && blob.address() == load.address()
        && before.view(new SecsCell(secs), new SecsCell.Enclave()) == blob.origin();
  }

  /** No page comes back. */
  static Property.OfSteps<Action> nothingComesBack() {
    return (before, action, result, after) ->
        !(action instanceof Action.Eld) || !(result instanceof Result.Returned);
  }

  /** Once an enclave is initialised it is as its author made it, and no page is added to it. */
  static Property.OfSteps<Action> asTheAuthorSays(World world) {
    return (before, action, result, after) -> {
      if (!(result instanceof Result.Returned)) {
        return true;
      }
      if (action instanceof Action.Eadd add) {
        Frame secs = add.secs().frame(world, before);
        return !before.view(new SecsCell(secs), new SecsCell.IsInit());
      }
      return !(action instanceof Action.Einit init) || isAsSigned(world, after, init);
    };
  }

  /** As above, and processors enter what is initialised, each with a save area of its own. */
  static Property.OfSteps<Action> lifecycle(World world) {
    Property.OfSteps<Action> built = asTheAuthorSays(world);
    Property.OfSteps<Action> run = ThreadProperties.threadsAreApart(world);
    return (before, action, result, after) ->
        built.holds(before, action, result, after) && run.holds(before, action, result, after);
  }

  private static boolean isAsSigned(World world, Cells after, Action.Einit init) {
    Enclave author = world.enclaves().get(init.signed().enclave());
    Frame secs = init.secs().frame(world, after);
    List<Signed> there = new ArrayList<>();
    for (Frame frame : world.epcFrames()) {
      Epcm epcm = after.get(new EpcmCell(frame));
      if (epcm != null && secs.equals(epcm.secs())) {
        there.add(
            new Signed(epcm.address(), epcm.type(), epcm.rwx(), after.get(new DataCell(frame))));
      }
    }
    Set<Signed> meant = new HashSet<>();
    author.pages().forEach(page -> meant.add(Signed.of(page)));
    return meant.containsAll(there) && new HashSet<>(there).size() == there.size();
  }

  /** A page of an enclave, as its author means it. */
  private record Signed(long address, PageType type, Rwx rwx, String bytes) {
    static Signed of(Enclave.Page page) {
      return new Signed(
          page.address(),
          page.info().type(),
          page.info().type() == PageType.TCS ? Rwx.NONE : page.info().rwx(),
          page.content() instanceof Content.Data(String bytes) ? bytes : DataCell.ZEROS);
    }
  }
}
