package watertight.checker.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import watertight.checker.kernel.seen.Snapshot;
import watertight.checker.kernel.seen.Snapshot.MountSeen;
import watertight.checker.kernel.seen.Snapshot.Node;

/**
 * The mounts of a namespace, from /proc/PID/mountinfo (man 5 proc_pid_mountinfo), with the objects
 * that its paths lead to in the trees of the file systems.
 */
final class MountTable {
  private static final int OPTIONAL = 6;
  private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

  /** A line. */
  private record Line(
      long id,
      long parent,
      long device,
      String root,
      String mountpoint,
      List<String> options,
      String type) {}

  private final Map<Long, Line> lines = new HashMap<>();
  private final List<Line> order = new ArrayList<>();
  private final Map<Long, Node> roots;
  private final Map<Long, Object> procs;

  private MountTable(Map<Long, Node> roots, Map<Long, Object> procs) {
    this.roots = roots;
    this.procs = procs;
  }

  /**
   * Reads a table.
   *
   * @param roots the trees of the file systems, by device
   * @param procs the roots of procfs, by device
   */
  static MountTable parse(String mountinfo, Map<Long, Node> roots, Map<Long, Object> procs) {
    MountTable table = new MountTable(roots, procs);
    mountinfo.lines().map(MountTable::line).forEach(table::add);
    return table;
  }

  private void add(Line line) {
    lines.put(line.id(), line);
    order.add(line);
  }

  /** Blanks in names are escaped; how many optional fields stand before the hyphen varies. */
  private static Line line(String text) {
    String[] fields = text.split(" ");
    int hyphen = OPTIONAL;
    while (hyphen < fields.length && !fields[hyphen].equals("-")) {
      hyphen++;
    }
    int colon = hyphen + 1 < fields.length ? fields[2].indexOf(':') : -1;
    if (colon < 0) {
      throw new IllegalStateException("a line of mountinfo: " + text);
    }
    return new Line(
        Long.parseLong(fields[0]),
        Long.parseLong(fields[1]),
        device(
            Long.parseLong(fields[2].substring(0, colon)),
            Long.parseLong(fields[2].substring(colon + 1))),
        unescaped(fields[3]),
        unescaped(fields[4]),
        List.of(fields[5].split(",")),
        fields[hyphen + 1]);
  }

  /** As makedev(3) makes it. */
  private static long device(long major, long minor) {
    return (minor & 0xff) | (major & 0xfff) << 8 | (minor & ~0xffL) << 12 | (major & ~0xfffL) << 32;
  }

  private static String unescaped(String path) {
    if (path.indexOf('\\') < 0) {
      return path;
    }
    return ESCAPED
        .matcher(path)
        .replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 8))));
  }

  /** The mounts, the root of the namespace first. */
  List<MountSeen> mounts() {
    return order.stream().map(this::seen).toList();
  }

  /** The trees of the file systems that some mount shows. */
  List<Node> trees() {
    Set<Node> shown = new LinkedHashSet<>();
    order.stream()
        .map(line -> roots.get(line.device()))
        .filter(Objects::nonNull)
        .forEach(shown::add);
    return List.copyOf(shown);
  }

  private MountSeen seen(Line line) {
    Optional<Line> parent = Optional.ofNullable(lines.get(line.parent()));
    return new MountSeen(
        line.id(),
        line.type(),
        object(line.device(), line.root()),
        parent.map(Line::id),
        parent.map(on -> object(on.device(), below(on, line.mountpoint()))),
        line.options().contains("nosymfollow"));
  }

  /** A path of the namespace, which leads into a mount, as a path of its file system. */
  private static String below(Line on, String path) {
    String rest = on.mountpoint().equals("/") ? path : path.substring(on.mountpoint().length());
    return on.root().equals("/") ? rest : rest.equals("/") ? on.root() : on.root() + rest;
  }

  /** The object at a path of a file system; the path itself where its tree is not known. */
  private Object object(long device, String path) {
    Node at = roots.get(device);
    if (at == null) {
      boolean isRoot = path.equals("/") || path.isEmpty();
      return isRoot ? procs.getOrDefault(device, Snapshot.IN_PROC) : Snapshot.IN_PROC;
    }
    @Nullable Node found = at;
    for (String name : path.split("/")) {
      if (!name.isEmpty() && found != null) {
        found = found.entries().get(name);
      }
    }
    return found == null ? Snapshot.REMOVED : found.id();
  }
}
