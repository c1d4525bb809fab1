package watertight.properties.linux.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.model.linux.world.WorldLine;
import watertight.properties.linux.Weighted;
import watertight.properties.linux.call.Rehearsal.Asked;
import watertight.properties.linux.call.Rehearsal.Played;
import watertight.properties.linux.call.Run.By;
import watertight.properties.linux.world.DrawnWorld;
import watertight.properties.linux.world.Worlds;

/**
 * Random runs. Two in three begin with a pair of sockets, one in three with messages on their way;
 * the tasks of the world take turns at random, and now and then one that was made by clone. One run
 * in four is {@link Calls#amongProcesses among processes}, where tasks end soon, one in six in a
 * {@link Families family} of them; the others are among files.
 *
 * <p>Calls are drawn blindly. Of those that would then be refused, five in six are {@link Aim
 * aimed} at what is there by then: so each sort of call succeeds at least in three cases of ten,
 * and every refusal is still met. What is there is told by the model with all guards, whichever are
 * away in the system that the run is for; how the run goes there is kept, as its {@link Rehearsal}.
 */
public final class Runs {
  private static final int BLIND = 6;
  private static final int AIMS = BLIND * 64;
  private static final int IDLE = 50;
  private static final int CHILDREN = 3;

  private Runs() {}

  /** A call before the world is known; {@code task} and {@code aim} choose among what there is. */
  private record Drawn(int task, Draft call, int aim, boolean lively) {
    Drawn(int task, Draft call, int aim) {
      this(task, call, aim, false);
    }

    /** One in ten is by the task that a clone would make first. */
    Task task(DrawnWorld world) {
      int task = task() % (3 * world.tasks().size() + 1);
      return task == 3 * world.tasks().size()
          ? new Task(world.tasks().getLast().index() + 1)
          : world.tasks().get(task / 3);
    }
  }

  /** Runs of {@code length} calls in worlds of all kinds. */
  public static Arbitrary<Run> any(int length) {
    return in(Worlds.any(), length);
  }

  /** Runs of {@code length} calls of the tasks in a jail, in which the tasks outside are idle. */
  public static Arbitrary<Run> jailed(int length) {
    return in(Worlds.jailed(), length);
  }

  /**
   * The same runs as {@link #any}, aimed as each is asked for, by whatever thread and under the
   * rules that it gives.
   */
  public static Arbitrary<Function<Rules, Rehearsed>> later(int length) {
    return blind(Worlds.any(), length);
  }

  private static Arbitrary<Run> in(Arbitrary<DrawnWorld> worlds, int length) {
    return blind(worlds, length).map(drawn -> drawn.apply(Rules.LINUX).run());
  }

  private static Arbitrary<Function<Rules, Rehearsed>> blind(
      Arbitrary<DrawnWorld> worlds, int length) {
    Drawn pair = new Drawn(0, w -> new Syscall.Socketpair(), 0);
    Drawn letter = new Drawn(0, w -> new Syscall.Sendmsg(3, "letter", List.of(0)), 0);
    Drawn answer = new Drawn(0, w -> new Syscall.Sendmsg(4, "answer", List.of()), 0);
    Arbitrary<List<Drawn>> start =
        Arbitraries.of(List.of(), List.of(pair), List.of(pair, letter, answer));
    Arbitrary<List<Drawn>> calls =
        Weighted.of(
            Tuple.of(6, drawn(Calls.amongFiles(), false, length)),
            Tuple.of(3, drawn(Calls.amongProcesses(), true, length)),
            Tuple.of(2, family(length)));
    return Combinators.combine(worlds, start, calls)
        .as((world, before, after) -> rules -> aimed(world, before, after, rules));
  }

  private static Arbitrary<List<Drawn>> family(int length) {
    List<Drawn> founding =
        Families.FOUNDING.stream().limit(length).map(call -> new Drawn(0, w -> call, 0)).toList();
    Draft child = w -> Families.CHILD;
    int early = Math.min(CHILDREN, length - founding.size());
    return Combinators.combine(
            drawn(Arbitraries.just(child), true, early),
            drawn(Calls.inFamilies(), true, length - founding.size() - early))
        .as((some, rest) -> Stream.of(founding, some, rest).flatMap(List::stream).toList());
  }

  private static Arbitrary<List<Drawn>> drawn(Arbitrary<Draft> calls, boolean lively, int length) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1000),
            calls,
            Arbitraries.integers().between(0, AIMS - 1))
        .as((task, call, aim) -> new Drawn(task, call, aim, lively))
        .list()
        .ofSize(length);
  }

  /** Where the model itself fails, the rest stays as drawn: who runs it must meet the fault. */
  private static Rehearsed aimed(
      DrawnWorld world, List<Drawn> before, List<Drawn> after, Rules rules) {
    List<Drawn> drawn = new ArrayList<>(before);
    drawn.addAll(after);
    Aiming aiming = new Aiming(world.world(), rules);
    List<By> calls = new ArrayList<>();
    for (Drawn one : drawn) {
      Task task = running(aiming.cells(), world, one.task(world), one.task(), one.lively());
      calls.add(new By(task, aiming.call(task, one.call().in(world), one.aim())));
    }
    return new Rehearsed(new Run(world, calls), aiming.rehearsal());
  }

  /**
   * The task, or mostly one that runs when that does not: of those that call, or their children; in
   * a lively run any of these.
   */
  private static Task running(
      PlainCells cells, DrawnWorld world, Task task, int choice, boolean lively) {
    List<Task> running =
        cells.get(new TasksCell()).list().stream()
            .filter(one -> cells.view(new TaskCell(one), new TaskCell.Runs()))
            .filter(one -> world.tasks().contains(one) || !isThereAtTheStart(world, one))
            .toList();
    boolean stays = !lively && running.contains(task);
    return running.isEmpty() || stays || choice % IDLE == 0
        ? task
        : running.get(choice % running.size());
  }

  private static boolean isThereAtTheStart(DrawnWorld world, Task task) {
    return task.equals(Task.A)
        || world.world().lines().stream()
            .anyMatch(line -> line instanceof WorldLine.TaskLine of && of.task().equals(task));
  }

  /** What is there after the calls so far. */
  private static final class Aiming {
    private final Rules rules;
    private final Kernel kernel;
    private final PlainCells start = PlainCells.empty();
    private final List<Played> played = new ArrayList<>();
    private PlainCells cells = start;
    private boolean faulty;

    Aiming(World world, Rules rules) {
      this.rules = rules;
      this.kernel = new Kernel(rules);
      WorldBuilder.build(world, start);
    }

    PlainCells cells() {
      return cells;
    }

    Rehearsal rehearsal() {
      return new Rehearsal(rules, start, played);
    }

    /** The call as it is to be made, which it then is. */
    Syscall call(Task task, Syscall drawn, int aim) {
      if (faulty) {
        return drawn;
      }
      try {
        return aimed(task, drawn, aim);
      } catch (RuntimeException | StackOverflowError fault) {
        faulty = true;
        return drawn;
      }
    }

    private Syscall aimed(Task task, Syscall drawn, int aim) {
      Asked blind = Played.ask(kernel, cells, task, drawn);
      if (!fails(blind.result()) || aim % BLIND == 0) {
        goOn(blind);
        return drawn;
      }
      Syscall call = new Aim(cells, task, aim / BLIND).at(drawn);
      goOn(call.equals(drawn) ? blind : Played.ask(kernel, cells, task, call));
      return call;
    }

    private void goOn(Asked asked) {
      Played one = asked.settled(kernel, tasks -> 0);
      played.add(one);
      cells = one.after();
    }

    private static boolean fails(Result result) {
      return result instanceof Result.Refused || result instanceof Result.Blocks;
    }
  }
}
