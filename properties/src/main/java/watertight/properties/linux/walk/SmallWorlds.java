package watertight.properties.linux.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import watertight.properties.linux.walk.SmallTree.Directory;
import watertight.properties.linux.walk.SmallTree.Link;
import watertight.properties.linux.walk.SmallTree.Node;
import watertight.properties.linux.walk.SmallWorld.Bind;
import watertight.properties.linux.walk.SmallWorld.Place;

/**
 * All small worlds: every tree with at most so many entries, in which {@code a} and {@code b} are
 * absent, a directory or a link and {@code link} is absent or a link; without a mount, or with each
 * directory bound to each other; every root; every working directory.
 *
 * @param entries the most entries of a tree
 * @param targets the texts of its links
 */
public record SmallWorlds(int entries, List<String> targets) {
  /** Texts of one component, and of two that begin with {@code ..}, relative and absolute. */
  public static final List<String> FEW_TARGETS =
      List.of("a", "b", ".", "..", "../a", "../..", "/", "/a", "/b", "/..");

  public SmallWorlds {
    targets = List.copyOf(targets);
  }

  /** Every text of at most two components over {@code a b . ..}, relative and absolute. */
  public static List<String> allTargets() {
    List<String> words = List.of("a", "b", ".", "..");
    List<String> relative = new ArrayList<>(words);
    words.forEach(first -> words.forEach(second -> relative.add(first + "/" + second)));
    List<String> all = new ArrayList<>(relative);
    all.add("/");
    relative.forEach(text -> all.add("/" + text));
    return all;
  }

  /** The worlds. */
  public Arbitrary<SmallWorld> worlds() {
    return trees()
        .flatMap(
            tree ->
                binds(tree)
                    .flatMap(
                        bind ->
                            Combinators.combine(roots(tree, bind), places(tree, bind))
                                .as((root, cwd) -> new SmallWorld(tree, bind, root, cwd))));
  }

  /** The trees with at most {@link #entries} entries. */
  public Arbitrary<SmallTree> trees() {
    List<Arbitrary<SmallTree>> bySize = new ArrayList<>();
    for (int size = 0; size <= entries; size++) {
      bySize.add(trees(size));
    }
    return Arbitraries.oneOf(bySize);
  }

  private Arbitrary<SmallTree> trees(int size) {
    List<Arbitrary<SmallTree>> splits = new ArrayList<>();
    for (int a = 0; a <= size; a++) {
      for (int b = 0; a + b <= size; b++) {
        int link = size - a - b;
        if (link <= 1) {
          splits.add(
              Combinators.combine(slot(a), slot(b), link == 0 ? absent() : link())
                  .as(SmallWorlds::tree));
        }
      }
    }
    return Arbitraries.oneOf(splits);
  }

  private static SmallTree tree(Optional<Node> a, Optional<Node> b, Optional<Node> link) {
    SortedMap<String, Node> entries = new TreeMap<>();
    a.ifPresent(node -> entries.put("a", node));
    b.ifPresent(node -> entries.put("b", node));
    link.ifPresent(node -> entries.put("link", node));
    return new SmallTree(entries);
  }

  private Arbitrary<Optional<Node>> slot(int size) {
    if (size == 0) {
      return absent();
    }
    Arbitrary<Optional<Node>> directories =
        trees(size - 1).map(tree -> Optional.of(new Directory(tree)));
    return size == 1 ? Arbitraries.oneOf(directories, link()) : directories;
  }

  private static Arbitrary<Optional<Node>> absent() {
    return Arbitraries.just(Optional.empty());
  }

  private Arbitrary<Optional<Node>> link() {
    return Arbitraries.of(targets).map(target -> Optional.of(new Link(target)));
  }

  private static Arbitrary<Optional<Bind>> binds(SmallTree tree) {
    List<Optional<Bind>> binds = new ArrayList<>(List.of(Optional.empty()));
    for (String from : tree.directories()) {
      for (String to : tree.directories()) {
        if (!from.equals(to)) {
          binds.add(Optional.of(new Bind(from, to)));
        }
      }
    }
    return Arbitraries.of(binds);
  }

  /** Places that their mount shows. */
  private static Arbitrary<Place> roots(SmallTree tree, Optional<Bind> bind) {
    return Arbitraries.of(allPlaces(tree, bind).stream().filter(p -> isShown(p, bind)).toList());
  }

  private static boolean isShown(Place place, Optional<Bind> bind) {
    return !place.throughBind() || SmallWorld.isBelow(place.directory(), bind.orElseThrow().from());
  }

  /**
   * Places, those included that were moved out of their mount, which a file system's root is not.
   */
  private static Arbitrary<Place> places(SmallTree tree, Optional<Bind> bind) {
    return Arbitraries.of(
        allPlaces(tree, bind).stream()
            .filter(place -> isShown(place, bind) || !place.directory().equals("/"))
            .toList());
  }

  private static List<Place> allPlaces(SmallTree tree, Optional<Bind> bind) {
    List<Place> places = new ArrayList<>();
    tree.directories().forEach(directory -> places.add(new Place(false, directory)));
    if (bind.isPresent()) {
      tree.directories().forEach(directory -> places.add(new Place(true, directory)));
    }
    return places;
  }
}
