package watertight.properties.linux.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watertight.model.linux.world.WorldLine;

/** A tree while it is drawn: what is drawn fits what is there already. */
final class TreeSketch {
  /** Something new in a directory; {@code in} and {@code owner} choose among what there is. */
  record Entry(int in, String name, Sort sort, String target, Looks looks) {}

  /** What an entry is. */
  enum Sort {
    DIRECTORY,
    FILE,
    SYMLINK,
    HARD_LINK,
    FIFO
  }

  /** Owner and mode. */
  record Looks(int uid, int directoryMode, int fileMode) {}

  /** A mount; {@code from} and {@code to} choose among the directories. */
  record Mounted(int from, int to, How how) {}

  /** What is mounted. */
  enum How {
    BIND,
    TMPFS,
    NOSYMFOLLOW_TMPFS,
    PROC
  }

  private final List<WorldLine> lines = new ArrayList<>();
  private final List<String> directories = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final Set<String> taken = new HashSet<>(Set.of("/dev", "/proc", "/sys"));
  private final List<String> mountpoints = new ArrayList<>();

  TreeSketch(String top) {
    directories.add(top);
  }

  List<WorldLine> lines() {
    return lines;
  }

  List<String> directories() {
    return directories;
  }

  /** Names of directories that a bind shows, or of all where there is none. */
  List<String> bound() {
    List<String> bound = directories.stream().filter(this::isInBind).toList();
    return bound.isEmpty() ? directories : bound;
  }

  private boolean isInBind(String name) {
    return mountpoints.stream().anyMatch(point -> isBelow(name, point));
  }

  List<String> others() {
    return others;
  }

  void add(Entry entry) {
    String directory = directories.get(Math.floorMod(entry.in(), directories.size()));
    String path = (directory.equals("/") ? "" : directory) + "/" + entry.name();
    if (!taken.add(path)) {
      return;
    }
    switch (entry.sort()) {
      case DIRECTORY -> {
        lines.add(new WorldLine.Dir(path));
        directories.add(path);
        look(path, entry.looks().directoryMode(), entry.looks().uid());
      }
      case FILE -> addFile(path, entry.looks());
      case SYMLINK -> {
        lines.add(new WorldLine.Symlink(path, entry.target()));
        others.add(path);
      }
      case HARD_LINK -> {
        if (files.isEmpty()) {
          addFile(path, entry.looks());
        } else {
          lines.add(new WorldLine.Link(path, files.get(entry.in() % files.size())));
          others.add(path);
        }
      }
      case FIFO -> {
        lines.add(new WorldLine.Fifo(path));
        others.add(path);
      }
    }
  }

  private void addFile(String path, Looks looks) {
    lines.add(new WorldLine.File(path, "text of " + path));
    others.add(path);
    files.add(path);
    look(path, looks.fileMode(), looks.uid());
  }

  private void look(String path, int mode, int uid) {
    lines.add(new WorldLine.Mode(mode, path));
    if (uid != 0) {
      lines.add(new WorldLine.Owner(uid, uid, path));
    }
  }

  void add(Mounted mounted) {
    String from = source(mounted.from());
    String to = directories.get(Math.floorMod(mounted.to(), directories.size()));
    if (to.equals("/")) {
      return;
    }
    switch (mounted.how()) {
      case BIND -> {
        lines.add(new WorldLine.Bind(from, to));
        List<String> shown = shown(from, to);
        cover(to);
        directories.addAll(shown);
      }
      case TMPFS -> mountNew("tmpfs", to, List.of());
      case NOSYMFOLLOW_TMPFS -> mountNew("tmpfs", to, List.of("nosymfollow"));
      case PROC -> mountNew("proc", to, List.of());
    }
  }

  /** Two in three of the sources are directories that have directories. */
  private String source(int choice) {
    String name = directories.get(Math.floorMod(choice, directories.size()));
    int slash = name.lastIndexOf('/');
    return choice % 3 != 0 && slash > 0 ? name.substring(0, slash) : name;
  }

  /** What was below the mountpoint is seen no more. */
  private void cover(String to) {
    directories.removeIf(name -> isBelow(name, to));
    others.removeIf(name -> isBelow(name, to));
    mountpoints.add(to);
  }

  private static boolean isBelow(String name, String directory) {
    return directory.equals("/") ? !name.equals("/") : name.startsWith(directory + "/");
  }

  /** The directories of a bind: those of its source that lie on the same mount. */
  private List<String> shown(String from, String to) {
    List<String> others = new ArrayList<>(mountpoints);
    others.add(to);
    others.removeIf(point -> !isBelow(point, from));
    return directories.stream()
        .filter(name -> isBelow(name, from))
        .filter(name -> others.stream().noneMatch(point -> isBelow(name, point)))
        .map(name -> to + (from.equals("/") ? name : name.substring(from.length())))
        .toList();
  }

  private void mountNew(String type, String to, List<String> options) {
    lines.add(new WorldLine.MountNew(type, to, options));
    cover(to);
    if (type.equals("tmpfs")) {
      lines.add(new WorldLine.Symlink(to + "/l", ".."));
      lines.add(new WorldLine.File(to + "/f", "in a tmpfs"));
    }
  }
}
