package watertight.checker.alloy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the relations of a state, and gives names to atoms. */
final class Atoms {
  private Atoms() {}

  /** The atoms that have something in a field. */
  static Set<String> owners(AlloyState state, String field) {
    return state.tuples(field).stream().map(List::getFirst).collect(Collectors.toSet());
  }

  /** The one atom that a field gives. */
  static String only(AlloyState state, String field, String atom) {
    return maybe(state, field, atom)
        .orElseThrow(() -> new IllegalStateException(field + " of " + atom + " is empty"));
  }

  /** The atom that a field gives, if any. */
  static Optional<String> maybe(AlloyState state, String field, String atom) {
    return state.of(field, atom).stream().findFirst().map(List::getFirst);
  }

  /** The places that a field gives. */
  static List<Spot> spots(AlloyState state, String field, String atom) {
    return state.of(field, atom).stream()
        .map(tuple -> new Spot(tuple.getFirst(), tuple.getLast()))
        .toList();
  }

  /** The kinds of the atoms that a field gives, such as {@code InRoot}. */
  static Set<String> kinds(AlloyState state, String field, String atom) {
    return state.of(field, atom).stream()
        .map(tuple -> AlloyNames.kind(tuple.getFirst()))
        .collect(Collectors.toSet());
  }

  /** A component as it is written: {@code a}, {@code b}, … for the names. */
  static String text(String component) {
    return switch (AlloyNames.kind(component)) {
      case "Dot" -> ".";
      case "Dotdot" -> "..";
      default -> {
        int number = Integer.parseInt(component.substring(component.indexOf('$') + 1));
        yield String.valueOf((char) ('a' + number));
      }
    };
  }

  /** The components of a path, a link's or a call's. */
  static List<String> components(AlloyState state, String path) {
    List<String> components = new ArrayList<>();
    Optional<String> cell = Optional.of(path);
    while (cell.isPresent()) {
      maybe(state, "head", cell.get()).ifPresent(components::add);
      cell = maybe(state, "tail", cell.get());
    }
    return components;
  }

  /** The text of the first components of a path. */
  static String text(AlloyState state, String path, int count) {
    String slash = state.atoms("Absolute").contains(path) ? "/" : "";
    String text =
        components(state, path).stream()
            .limit(count)
            .map(Atoms::text)
            .collect(Collectors.joining("/"));
    return slash.isEmpty() && text.isEmpty() ? "." : slash + text;
  }
}
