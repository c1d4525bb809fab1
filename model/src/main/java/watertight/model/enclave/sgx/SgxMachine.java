package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Family;
import watertight.model.Guards;
import watertight.model.Interchangeable;
import watertight.model.Machine;
import watertight.model.Result;

/**
 * Processors with SGX, their operating system, the code that they run, a device.
 *
 * @param world what there is
 * @param powers who may do what
 * @param guards which guards are in force
 */
public record SgxMachine(World world, Powers powers, Guards guards) implements Machine<Action> {
  @Override
  public void start(Cells cells) {
    Start.write(new Turn(world, guards, cells));
  }

  @Override
  public List<Family<Action>> families() {
    return new Families(world, powers).all();
  }

  @Override
  public Result step(Action action, Cells cells) {
    Turn turn = new Turn(world, guards, cells);
    for (Place place : action.places()) {
      if (place.frame(world, cells) == null) {
        return place instanceof Place.Free
            ? new Result.OutOfScope("a frame of EPC more")
            : new Result.NotEnabled("there is no " + place);
      }
    }
    return switch (action) {
      case Action.Access access -> access(turn, access);
      case Action.Enter enter -> Entering.enter(turn, enter);
      case Action.Exit exit -> Entering.exit(turn, exit);
      case Action.Interrupt interrupt -> Entering.interrupt(turn, interrupt);
      case Action.Report report -> Reporting.report(turn, report);
      case Action.GetKey get -> Reporting.key(turn, get);
      case Action.Tried tried -> tried(turn, tried);
      case Action.Dma dma -> Accessing.dma(turn, dma);
      case Action.WritePte write -> Accessing.writePte(turn, write);
      case Action.Leaf leaf -> leaf(turn, leaf);
    };
  }

  private Result access(Turn turn, Action.Access access) {
    ModeCell.Running running =
        turn.cells().view(new ModeCell(access.processor()), new ModeCell.Runs());
    if (!powers.has(Power.of(access.use(), running != null))) {
      return new Result.NotEnabled("not among the powers");
    }
    if (running != null
        && access.via() instanceof Via.Tables tables
        && tables.process() != Via.Tables.CURRENT
        && tables.process()
            != turn.cells().view(new SecsCell(running.secs()), new SecsCell.Enclave())) {
      return new Result.NotEnabled("in another process");
    }
    return Accessing.access(turn, access);
  }

  private static Result tried(Turn turn, Action.Tried tried) {
    boolean inside = turn.cells().has(new ModeCell(tried.processor()));
    return turn.refuses(BuildGates.ENCLS_OUTSIDE_ENCLAVE, inside)
        ? Turn.refused(BuildGates.ENCLS_OUTSIDE_ENCLAVE)
        : leaf(turn, tried.leaf());
  }

  private static Result leaf(Turn turn, Action.Leaf leaf) {
    return switch (leaf) {
      case Action.Ecreate create -> Building.create(turn, create);
      case Action.Eadd add -> Building.add(turn, add);
      case Action.Eextend extend -> Building.extend(turn, extend);
      case Action.Einit init -> Building.init(turn, init);
      case Action.Epa epa -> Paging.versionArray(turn, epa);
      case Action.Eblock block -> Paging.block(turn, block);
      case Action.Etrack track -> Paging.track(turn, track);
      case Action.Ewb evict -> Evicting.evict(turn, evict);
      case Action.Eld load -> Loading.load(turn, load);
      case Action.Eremove remove -> Paging.remove(turn, remove);
      case Action.Edbgrd read -> Reporting.debugRead(turn, read);
    };
  }

  /** Processors play the same part: nothing names them. */
  @Override
  public List<Interchangeable> interchangeable() {
    List<List<Cell<?>>> rows = new ArrayList<>();
    for (Processor processor : world.allProcessors()) {
      rows.add(cells(processor));
    }
    return List.of(new Interchangeable(rows));
  }

  /** The cells of a processor. */
  public static List<Cell<?>> cells(Processor processor) {
    return List.of(new ModeCell(processor), new TlbCell(processor), new RegistersCell(processor));
  }
}
