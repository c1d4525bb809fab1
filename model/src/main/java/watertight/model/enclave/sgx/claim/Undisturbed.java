package watertight.model.enclave.sgx.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Guards;
import watertight.model.Interchangeable;
import watertight.model.Machine;
import watertight.model.Pairing;
import watertight.model.Result;
import watertight.model.TwoRuns;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.Content;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.ModeCell;
import watertight.model.enclave.sgx.PageType;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.Rwx;
import watertight.model.enclave.sgx.SecsCell;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.Via;
import watertight.model.enclave.sgx.World;

/**
 * Two runs of the first enclave: one under an attacker who does anything, one that nobody disturbs.
 * In the second a thread is inside from the beginning, every page is where it belongs, and nothing
 * happens but the enclave's own steps: each access to its own addresses that is done in the first
 * run is done there too. The enclave itself is the observer: it sees what its accesses give it.
 * What it does next depends on nothing else, so that its states are equal as long as that is equal.
 *
 * @param world what there is
 * @param powers who may do what
 * @param guards which guards are in force where the attacker is
 */
record Undisturbed(World world, Powers powers, Guards guards) implements Pairing<Action> {
  private static final Processor P0 = new Processor(0);
  private static final int FIRST_ENCLAVE = 0;

  @Override
  public Machine<Action> first() {
    return new SgxMachine(world, powers, guards);
  }

  @Override
  public Machine<Action> second() {
    return new SgxMachine(world, Powers.ALL, Guards.all());
  }

  @Override
  public void begin(Cells second) {
    Enclave enclave = world.enclaves().get(FIRST_ENCLAVE);
    Enclave.Page thread = enclave.pages(PageType.TCS).getFirst();
    long ssa = ((Content.Thread) thread.content()).tcs().ossa();
    Action enter = new Action.Enter(P0, false, thread.address(), own(thread.address()), own(ssa));
    if (!(second().step(enter, second) instanceof Result.Returned)) {
      throw new IllegalArgumentException("nobody can enter " + enclave);
    }
  }

  /** Where a page belongs. */
  private static Via own(long page) {
    return new Via.Chosen(new Place.PageOf(FIRST_ENCLAVE, page), Rwx.ALL);
  }

  @Override
  public Optional<Action> follows(TwoRuns.Step<Action> step, Result result, Cells first) {
    return step.action() instanceof Action.Access access
            && Sight.reached(result)
            && isOwn(access, first)
        ? Optional.of(
            new Action.Access(
                P0,
                access.use(),
                access.address(),
                access.value(),
                own(Pages.of(access.address()))))
        : Optional.empty();
  }

  private static boolean isOwn(Action.Access access, Cells first) {
    ModeCell.Running running = first.view(new ModeCell(access.processor()), new ModeCell.Runs());
    return running != null
        && running.range().contains(access.address())
        && first.view(new SecsCell(running.secs()), new SecsCell.Enclave()) == FIRST_ENCLAVE;
  }

  @Override
  public Object sees(Action action, Result result, Cells after) {
    return result;
  }

  /** The enclave reads. */
  @Override
  public boolean tells(TwoRuns.Step<Action> step, TwoRuns.Both<Action> both) {
    return both.follows() != null;
  }

  @Override
  public List<Interchangeable> interchangeable() {
    List<List<Cell<?>>> rows = new ArrayList<>();
    for (Processor processor : world.allProcessors()) {
      List<Cell<?>> row = new ArrayList<>();
      SgxMachine.cells(processor)
          .forEach(cell -> row.add(new TwoRuns.InRun<>(TwoRuns.Run.FIRST, cell)));
      rows.add(row);
    }
    return List.of(new Interchangeable(rows));
  }
}
