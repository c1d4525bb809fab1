package watertight.checker.kernel.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import watertight.checker.kernel.seen.Snapshot.FileSeen;
import watertight.checker.kernel.seen.Snapshot.MountSeen;
import watertight.checker.kernel.seen.Snapshot.NamespacesSeen;
import watertight.checker.kernel.seen.Snapshot.Node;
import watertight.checker.kernel.seen.Snapshot.Place;
import watertight.checker.kernel.seen.Snapshot.TaskSeen;

class CanonicalTest {
  private static Node directory(String id, SortedMap<String, Node> entries) {
    return new Node(id, 0040755, 0, 0, "", entries);
  }

  /** Two directories, a tmpfs on the one that {@code on} names, a task whose cwd is the other. */
  private static Snapshot world(String a, String b, String on, boolean rootFirst) {
    SortedMap<String, Node> entries = new TreeMap<>();
    entries.put("a", directory(a, new TreeMap<>()));
    entries.put("b", directory(b, new TreeMap<>()));
    Node tree = directory("root" + a, entries);
    Node other = directory("other" + b, new TreeMap<>());
    MountSeen root =
        new MountSeen(1, "tmpfs", tree.id(), Optional.empty(), Optional.empty(), false);
    MountSeen above = new MountSeen(2, "tmpfs", other.id(), Optional.of(1), Optional.of(on), false);
    TaskSeen task =
        new TaskSeen(
            new Place(1, tree.id()),
            new Place(1, b),
            Optional.of("fs"),
            Optional.of("files"),
            022,
            List.of(0, 0, 0, 0),
            0,
            List.of(1L, 1L, 0L, 1L),
            new NamespacesSeen(new TreeMap<>(Map.of("uts", "host")), "host", "(none)"),
            Map.of(3, new FileSeen(new Place(2, other.id()), 0, 0, Optional.of("file"))));
    List<Node> trees = rootFirst ? List.of(tree, other) : List.of(other, tree);
    return new Snapshot(
        List.of(root, above), trees, Map.of(), new TreeMap<>(Map.of("A", task)), new TreeMap<>());
  }

  @Test
  void whatObjectsAreCalledInsideDoesNotCount() {
    assertEquals(
        Canonical.lines(world("a", "b", "a", true)), Canonical.lines(world("x", "y", "x", false)));
  }

  @Test
  void whichObjectIsWhereCounts() {
    assertNotEquals(
        Canonical.lines(world("a", "b", "a", true)), Canonical.lines(world("a", "b", "b", true)));
  }
}
