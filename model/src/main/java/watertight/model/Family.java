package watertight.model;

import java.util.List;

/**
 * All actions of one form: a call by one party with every choice of its arguments.
 *
 * @param name what the actions have in common, such as {@code A rename}
 * @param domains what each argument ranges over; none for a single action
 * @param maker makes an action from one value of each domain
 * @param <A> the actions
 */
public record Family<A>(String name, List<Domain<?>> domains, Maker<A> maker) {
  public Family {
    domains = List.copyOf(domains);
  }

  /** The number of actions in the family. */
  public long size() {
    long size = 1;
    for (Domain<?> domain : domains) {
      size *= domain.values().size();
    }
    return size;
  }

  /** The action with the given choice, an index into each domain. */
  public A action(int... choice) {
    Object[] arguments = new Object[choice.length];
    for (int i = 0; i < choice.length; i++) {
      arguments[i] = domains.get(i).values().get(choice[i]);
    }
    return maker.make(arguments);
  }

  /** Makes an action from its arguments. */
  @FunctionalInterface
  public interface Maker<A> {
    /** The action with these arguments, one for each domain, in order. */
    A make(Object[] arguments);
  }
}
