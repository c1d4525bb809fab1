package watertight.checker.alloy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One state of an instance.
 *
 * @param relations each signature (tuples of one atom) and each field (first the atom that has it)
 *     by its name in the specification, without the module
 */
public record AlloyState(Map<String, Set<List<String>>> relations) {
  /** The tuples of a signature or field. */
  public Set<List<String>> tuples(String relation) {
    Set<List<String>> tuples = relations.get(relation);
    if (tuples == null) {
      throw new IllegalArgumentException("no relation " + relation);
    }
    return tuples;
  }

  /** The atoms of a signature. */
  public Set<String> atoms(String signature) {
    return tuples(signature).stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());
  }

  /** What a field gives for an atom: the rest of each tuple that begins with it. */
  public List<List<String>> of(String field, String atom) {
    return tuples(field).stream()
        .filter(tuple -> tuple.getFirst().equals(atom))
        .map(tuple -> tuple.subList(1, tuple.size()))
        .toList();
  }
}
