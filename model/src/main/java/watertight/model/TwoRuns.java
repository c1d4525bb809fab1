package watertight.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two runs of a machine, side by side: the machine of claims that no single run can break. What is
 * different in them, how the second follows the first, and what is seen of them is a {@link
 * Pairing}.
 *
 * @param pairing what the runs are
 * @param <A> the actions of the machine
 */
public record TwoRuns<A>(Pairing<A> pairing) implements Machine<TwoRuns.Step<A>> {
  /** Which of the two. */
  public enum Run {
    FIRST,
    SECOND
  }

  /** A cell of one of the runs. */
  public record InRun<T>(Run run, Cell<T> cell) implements Cell<T> {
    @Override
    public T absent() {
      return cell.absent();
    }

    /** A sort of cells of one of the runs. */
    private record Sort(Run run, Object sort) {}

    @Override
    public Object sort() {
      return new Sort(run, cell.sort());
    }

    @Override
    public Ref owner() {
      return cell.owner();
    }

    @Override
    public Cell<T> ownedBy(Ref owner) {
      return new InRun<>(run, cell.ownedBy(owner));
    }

    /** The same in every process, so that what a seed draws is too. */
    @Override
    public int hashCode() {
      return 31 * cell.hashCode() + run.ordinal();
    }
  }

  /**
   * A step of both runs.
   *
   * @param action what is done in the first
   * @param choice which of the ways to follow it, from 0
   */
  public record Step<A>(A action, int choice) {}

  /**
   * What became of a step.
   *
   * @param first the result in the first run
   * @param follows what was done in the second, or null when nothing was
   * @param second the result in the second, or null when nothing was done
   */
  public record Both<A>(Result first, @Nullable A follows, @Nullable Result second)
      implements Result.Answer {}

  /** The state of one of the runs. */
  public record Half(Cells cells, Run run) implements Cells {
    @Override
    public <T> T get(Cell<T> cell) {
      return cells.get(new InRun<>(run, cell));
    }

    @Override
    public <T, V> V view(Cell<T> cell, View<T, V> view) {
      return cells.view(new InRun<>(run, cell), view);
    }

    @Override
    public <T> void set(Cell<T> cell, T value) {
      cells.set(new InRun<>(run, cell), value);
    }

    @Override
    public <T> void update(Cell<T> cell, Update<T> update) {
      cells.update(new InRun<>(run, cell), update);
    }
  }

  @Override
  public void start(Cells cells) {
    pairing.first().start(new Half(cells, Run.FIRST));
    Cells second = new Half(cells, Run.SECOND);
    pairing.second().start(second);
    pairing.begin(second);
  }

  /** Those of the first run, each with every way to follow it. */
  @Override
  public List<Family<Step<A>>> families() {
    List<Family<Step<A>>> families = new ArrayList<>();
    for (Family<A> family : pairing.first().families()) {
      A sample = family.action(new int[family.domains().size()]);
      List<Integer> choices = new ArrayList<>();
      for (int choice = 0; choice < pairing.choices(sample); choice++) {
        choices.add(choice);
      }
      List<Domain<?>> domains = new ArrayList<>();
      domains.add(Domain.of(choices));
      family.domains().forEach(domain -> domains.add(Domain.of(domain.values())));
      families.add(new Family<>(family.name(), domains, in -> step(family, in)));
    }
    return families;
  }

  private static <A> Step<A> step(Family<A> family, Object[] in) {
    Object[] arguments = new Object[in.length - 1];
    System.arraycopy(in, 1, arguments, 0, arguments.length);
    return new Step<>(family.maker().make(arguments), (Integer) in[0]);
  }

  @Override
  public Result step(Step<A> step, Cells cells) {
    Cells first = new Half(cells, Run.FIRST);
    Cells second = new Half(cells, Run.SECOND);
    Optional<String> excluded = pairing.excluded(step, first, second);
    if (excluded.isPresent()) {
      return new Result.NotEnabled(excluded.get());
    }
    Result one = pairing.first().step(step.action(), first);
    if (!one.taken()) {
      return one;
    }
    Optional<A> follows = pairing.follows(step, one, first);
    if (follows.isEmpty()) {
      return new Result.Returned(new Both<A>(one, null, null));
    }
    Result other = pairing.second().step(follows.get(), second);
    return other.taken() ? new Result.Returned(new Both<>(one, follows.get(), other)) : other;
  }

  /** Where both runs took the step, the observer sees the same. */
  public Property.OfSteps<Step<A>> seenAlike() {
    return (before, step, result, after) -> {
      Both<A> both = both(result);
      return both == null
          || both.second() == null
          || pairing
              .sees(step.action(), both.first(), new Half(after, Run.FIRST))
              .equals(pairing.sees(both.follows(), both.second(), new Half(after, Run.SECOND)));
    };
  }

  /** Nothing happens that the claim is about. */
  public Property.OfSteps<Step<A>> nothingToTell() {
    return (before, step, result, after) -> {
      Both<A> both = both(result);
      return both == null || !pairing.tells(step, both);
    };
  }

  /** What became of a step that was taken, or null. */
  @SuppressWarnings("unchecked")
  public static <A> @Nullable Both<A> both(Result result) {
    return result instanceof Result.Returned(Both<?> both) ? (Both<A>) both : null;
  }

  @Override
  public List<Interchangeable> interchangeable() {
    return pairing.interchangeable();
  }
}
