package watertight.checker.alloy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where things lie in one state of an instance of {@code path.als}. */
final class Sketch {
  private static final String FOOT = "Foot$0";

  private final AlloyState state;
  private final Set<String> mounts;

  /** The state as it is. */
  Sketch(AlloyState state) {
    this(state, Atoms.owners(state, "mnt_root"));
  }

  /** The state with these of its mounts alone. */
  Sketch(AlloyState state, Set<String> mounts) {
    this.state = state;
    this.mounts = Set.copyOf(mounts);
  }

  /** The world's own root. */
  Spot foot() {
    return new Spot(FOOT, root(FOOT));
  }

  Set<String> mounts() {
    return mounts;
  }

  String root(String mount) {
    return Atoms.only(state, "mnt_root", mount);
  }

  /** The directory that an entry is in, or nothing for a top. */
  Optional<String> parent(String dentry) {
    return Atoms.maybe(state, "d_parent", dentry);
  }

  /** What a mount lies on, or nothing for the foot. */
  Optional<Spot> point(String mount) {
    return Atoms.maybe(state, "mnt_parent", mount)
        .map(parent -> new Spot(parent, Atoms.only(state, "mnt_mountpoint", mount)));
  }

  /** The entries of a directory by the atoms of their names. */
  Map<String, String> entries(String directory) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (List<String> row : state.tuples("d_parent")) {
      if (row.getLast().equals(directory)) {
        entries.put(Atoms.only(state, "d_name", row.getFirst()), row.getFirst());
      }
    }
    return entries;
  }

  /** What is seen at a place: the root of what is mounted there, and there again. */
  Spot seen(Spot spot) {
    for (String mount : mounts) {
      if (point(mount).filter(spot::equals).isPresent()) {
        return seen(new Spot(mount, root(mount)));
      }
    }
    return spot;
  }

  /** The shortest plain path from one place down to another; empty when they are the same. */
  Optional<String> route(Spot from, Spot to) {
    Map<Spot, String> known = new LinkedHashMap<>(Map.of(from, ""));
    Deque<Spot> next = new ArrayDeque<>(known.keySet());
    while (!next.isEmpty() && !known.containsKey(to)) {
      Spot at = next.remove();
      String path = Objects.requireNonNull(known.get(at));
      entries(at.dentry())
          .forEach(
              (name, entry) -> {
                Spot there = seen(new Spot(at.mount(), entry));
                String text = (path.isEmpty() ? "" : path + "/") + Atoms.text(name);
                if (known.putIfAbsent(there, text) == null) {
                  next.add(there);
                }
              });
    }
    return Optional.ofNullable(known.get(to));
  }

  /** The absolute path by which the world's own root sees a place. */
  String path(Spot spot) throws Inexpressible {
    return "/"
        + route(seen(foot()), spot)
            .orElseThrow(() -> new Inexpressible("no plain path leads to " + spot));
  }

  /** What can be seen from a place by going down, through any mount. */
  Set<String> inside(Spot place) {
    Set<String> inside = new HashSet<>();
    Deque<Spot> next = new ArrayDeque<>(List.of(place));
    Set<Spot> done = new HashSet<>();
    while (!next.isEmpty()) {
      Spot at = next.remove();
      if (done.add(at)) {
        inside.add(at.dentry());
        entries(at.dentry()).values().forEach(entry -> next.add(new Spot(at.mount(), entry)));
        for (String mount : mounts) {
          if (point(mount).filter(at::equals).isPresent()) {
            next.add(new Spot(mount, root(mount)));
          }
        }
      }
    }
    return inside;
  }

  /** The dentries that exist, parents before their entries. */
  List<String> born() {
    Set<String> tops = new TreeSet<>(state.atoms("Top"));
    Deque<String> next = new ArrayDeque<>(tops);
    Set<String> born = new java.util.LinkedHashSet<>();
    while (!next.isEmpty()) {
      String at = next.remove();
      born.add(at);
      next.addAll(entries(at).values());
    }
    return List.copyOf(born);
  }
}
