package watertight.properties.schedule;

import java.util.ArrayList;
import java.util.List;
import watertight.model.Family;

/**
 * One action of a machine, by its place among all of them.
 *
 * @param family the index of its family
 * @param choice an index into each of the family's domains
 */
public record Pick(int family, List<Integer> choice) {
  public Pick {
    choice = List.copyOf(choice);
  }

  /** The action. */
  public <A> A action(List<Family<A>> families) {
    return families.get(family).action(choice.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The same but for one argument. */
  public Pick with(int domain, int index) {
    List<Integer> changed = new ArrayList<>(choice);
    changed.set(domain, index);
    return new Pick(family, changed);
  }
}
