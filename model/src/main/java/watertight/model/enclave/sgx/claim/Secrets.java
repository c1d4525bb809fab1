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
import watertight.model.enclave.sgx.DataCell;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.ModeCell;
import watertight.model.enclave.sgx.Powers;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.RegistersCell;
import watertight.model.enclave.sgx.SgxMachine;
import watertight.model.enclave.sgx.Use;
import watertight.model.enclave.sgx.World;

/**
 * Two runs that differ in what is secret: the pages that are not measured, which nobody but their
 * enclave knows. The operating system does the same in both. An enclave may do something else in
 * the second run where its registers are others there: it may write another value or, where that is
 * not excluded, access another page. The operating system sees what its own steps give it, which
 * accesses fault, ordinary memory, and the registers of processors outside.
 *
 * @param world what there is in the first run
 * @param powers who may do what
 * @param guards which guards are in force
 * @param equalAccesses whether the premise is that both runs access the same pages
 */
record Secrets(World world, Powers powers, Guards guards, boolean equalAccesses)
    implements Pairing<Action> {
  private static final String OTHER = "t";

  /** Accesses of pages are equal in both runs. */
  static Pairing<Action> withEqualAccesses(World world, Powers powers, Guards guards) {
    return new Secrets(world, powers, guards, true);
  }

  /** Any two runs. */
  static Pairing<Action> withAnyAccesses(World world, Powers powers, Guards guards) {
    return new Secrets(world, powers, guards, false);
  }

  @Override
  public Machine<Action> first() {
    return new SgxMachine(world, powers, guards);
  }

  @Override
  public Machine<Action> second() {
    List<Enclave> others = world.enclaves().stream().map(Secrets::withOtherSecrets).toList();
    return new SgxMachine(world.withEnclaves(others), powers, guards);
  }

  private static Enclave withOtherSecrets(Enclave enclave) {
    List<Enclave.Page> pages =
        enclave.pages().stream()
            .map(
                page ->
                    page.extended()
                        ? page
                        : new Enclave.Page(
                            page.address(), page.info(), new Content.Data(OTHER), false))
            .toList();
    return new Enclave(enclave.id(), enclave.range(), enclave.debug(), enclave.built(), pages);
  }

  @Override
  public int choices(Action action) {
    if (!(action instanceof Action.Access access)) {
      return 1;
    }
    int values = access.use() == Use.WRITE ? powers.values().size() : 1;
    return equalAccesses ? values : values * powers.addresses().size();
  }

  @Override
  public Optional<String> excluded(TwoRuns.Step<Action> step, Cells first, Cells second) {
    return switch (step.action()) {
      case Action.Exit exit ->
          differ(exit.processor(), first, second)
              ? Optional.of("the enclave tells its secret")
              : Optional.empty();
      case Action.Access access ->
          step.choice() > 0 && !mayDiffer(access, other(access, step.choice()), first, second)
              ? Optional.of("nothing there depends on the secret")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A step depends on what the enclave has read; ordinary memory is no place for secrets. */
  private static boolean mayDiffer(
      Action.Access access, Action.Access other, Cells first, Cells second) {
    ModeCell.Running running = running(access.processor(), first);
    return running != null
        && running.range().contains(access.address())
        && running.range().contains(other.address())
        && differ(access.processor(), first, second);
  }

  private static boolean differ(Processor processor, Cells first, Cells second) {
    RegistersCell registers = new RegistersCell(processor);
    return !first.get(registers).equals(second.get(registers));
  }

  private static ModeCell.Running running(Processor processor, Cells cells) {
    return cells.view(new ModeCell(processor), new ModeCell.Runs());
  }

  @Override
  public Optional<Action> follows(TwoRuns.Step<Action> step, Result result, Cells first) {
    return Optional.of(
        step.action() instanceof Action.Access access && step.choice() > 0
            ? other(access, step.choice())
            : step.action());
  }

  private Action.Access other(Action.Access access, int choice) {
    List<String> values = access.use() == Use.WRITE ? powers.values() : List.of();
    int ways = Math.max(1, values.size());
    String value = values.isEmpty() ? null : rotated(values, access.value(), choice % ways);
    long address = rotated(powers.addresses(), access.address(), choice / ways);
    return new Action.Access(access.processor(), access.use(), address, value, access.via());
  }

  /** The value so many places further on. */
  private static <T> T rotated(List<T> values, T from, int by) {
    return values.get((values.indexOf(from) + by) % values.size());
  }

  @Override
  public Object sees(Action action, Result result, Cells after) {
    List<Object> seen = new ArrayList<>();
    boolean inside =
        action instanceof Action.Access access && running(access.processor(), after) != null;
    if (!inside) {
      seen.add(result);
    } else if (result instanceof Result.Refused refused) {
      seen.add(refused.code());
      seen.add(((Action.Access) action).address());
    }
    for (Processor processor : world.allProcessors()) {
      if (running(processor, after) == null) {
        seen.add(after.get(new RegistersCell(processor)));
      }
    }
    for (Frame frame : world.allFrames()) {
      if (!world.isEpc(frame)) {
        seen.add(after.get(new DataCell(frame)));
      }
    }
    return seen;
  }

  /** A step that is another in the second run, since what the enclave has read is. */
  @Override
  public boolean tells(TwoRuns.Step<Action> step, TwoRuns.Both<Action> both) {
    return !step.action().equals(both.follows());
  }

  @Override
  public List<Interchangeable> interchangeable() {
    List<List<Cell<?>>> rows = new ArrayList<>();
    for (Processor processor : world.allProcessors()) {
      List<Cell<?>> row = new ArrayList<>();
      for (TwoRuns.Run run : TwoRuns.Run.values()) {
        SgxMachine.cells(processor).forEach(cell -> row.add(new TwoRuns.InRun<>(run, cell)));
      }
      rows.add(row);
    }
    return List.of(new Interchangeable(rows));
  }
}
