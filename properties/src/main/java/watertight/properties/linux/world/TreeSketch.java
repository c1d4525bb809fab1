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
  private final List<String> covered = new ArrayList<>();

  TreeSketch(String top) {
    directories.add(top);
  }

  List<WorldLine> lines() {
    return lines;
  }

  List<String> directories() {
    return directories.stream().filter(name -> !isHidden(name)).toList();
  }

  List<String> others() {
    return others.stream().filter(name -> !isHidden(name)).toList();
  }

  /** Whether a mount covers a name; the mountpoint itself shows what is mounted. */
  private boolean isHidden(String name) {
    return covered.stream()
            .anyMatch(point -> name.startsWith(point.equals("/") ? "/" : point + "/"))
        && !name.equals("/");
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
    List<String> visible = directories();
    String from = visible.get(Math.floorMod(mounted.from(), visible.size()));
    String to = visible.get(Math.floorMod(mounted.to(), visible.size()));
    if (to.equals("/")) {
      return;
    }
    switch (mounted.how()) {
      case BIND -> {
        lines.add(new WorldLine.Bind(from, to));
        covered.add(to);
      }
      case TMPFS -> mountNew("tmpfs", to, List.of());
      case NOSYMFOLLOW_TMPFS -> mountNew("tmpfs", to, List.of("nosymfollow"));
      case PROC -> mountNew("proc", to, List.of());
    }
  }

  private void mountNew(String type, String to, List<String> options) {
    lines.add(new WorldLine.MountNew(type, to, options));
    covered.add(to);
    if (type.equals("tmpfs")) {
      lines.add(new WorldLine.Symlink(to + "/l", ".."));
      lines.add(new WorldLine.File(to + "/f", "in a tmpfs"));
    }
  }
}
