package watertight.checker.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import watertight.model.linux.Settings;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Reads the lines of a world. */
final class WorldParser {
  private static final Names<String> OPTIONS =
      Names.of("an option of a mount", List.of("nosymfollow"), option -> option)
          .later(Set.of("ro", "rw", "nosuid", "nodev", "noexec", "noatime", "nodiratime"));
  private static final Names<String> TYPES =
      Names.of("a file system", List.of("tmpfs", "proc"), type -> type)
          .later(Set.of("sysfs", "overlay", "cgroup2", "cgroup", "devpts", "ext4"));
  private static final Names<String> SETTINGS =
      Names.of("a limit or a sysctl", Settings.NAMES, name -> name);
  private static final Set<String> LATER = Set.of("userns", "program", "secret", "propagation");
  private static final int MOST_NAMES = 2048;
  private static final int LARGEST = 1 << 20;

  private final List<WorldLine> lines = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Names<Consumer<Cursor>> keywords;
  private int names;

  WorldParser() {
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("dir", in -> lines.add(new WorldLine.Dir(WorldText.path(in))));
    known.put("file", this::file);
    known.put("symlink", this::symlink);
    known.put("link", in -> lines.add(new WorldLine.Link(WorldText.path(in), WorldText.path(in))));
    known.put("fifo", in -> lines.add(new WorldLine.Fifo(WorldText.path(in))));
    known.put("socket", in -> lines.add(new WorldLine.Socket(WorldText.path(in))));
    known.put("char", in -> device(in, false));
    known.put("block", in -> device(in, true));
    known.put("mode", in -> lines.add(new WorldLine.Mode(Numbers.mode(in), WorldText.path(in))));
    known.put("owner", this::owner);
    known.put("mount", this::mount);
    known.put("bind", in -> lines.add(new WorldLine.Bind(WorldText.path(in), WorldText.path(in))));
    known.put("task", in -> lines.add(TaskText.read(in)));
    known.put("pidns", in -> lines.add(new WorldLine.PidNs(TaskText.namespace(in))));
    known.put("rules", this::rules);
    keywords = new Names<>("a line of the world", known, LATER);
  }

  /** Reads one line. */
  void read(Cursor in) {
    in.skipBlanks();
    Place place = in.place();
    int start = in.at();
    keywords.read(in).accept(in);
    in.expectEnd();
    names += 1 + (int) in.since(start).chars().filter(c -> c == '/').count();
    if (names > MOST_NAMES) {
      throw place.error("a larger world", "at most " + MOST_NAMES + " names in all its lines");
    }
    while (places.size() < lines.size()) {
      places.add(place);
    }
  }

  World world() {
    return new World(lines);
  }

  /** Where the lines of {@link #world} stand. */
  List<Place> places() {
    return List.copyOf(places);
  }

  private void file(Cursor in) {
    String path = WorldText.path(in);
    lines.add(
        new WorldLine.File(path, in.atEnd() ? "" : Params.whole(in, "a text in quotation marks")));
  }

  private void symlink(Cursor in) {
    String path = WorldText.path(in);
    in.expect("->");
    lines.add(new WorldLine.Symlink(path, WorldText.name(in, "the text of a link")));
  }

  private void device(Cursor in, boolean block) {
    String path = WorldText.path(in);
    int major = Numbers.within(in, "a major number", 0, 4095);
    in.expect(":");
    lines.add(
        new WorldLine.Device(path, block, major, Numbers.within(in, "a minor number", 0, LARGEST)));
  }

  private void owner(Cursor in) {
    int uid = Numbers.within(in, "a user id", 0, Integer.MAX_VALUE);
    in.expect(":");
    int gid = Numbers.within(in, "a group id", 0, Integer.MAX_VALUE);
    lines.add(new WorldLine.Owner(uid, gid, WorldText.path(in)));
  }

  private void mount(Cursor in) {
    String type = TYPES.read(in);
    String path = WorldText.path(in);
    List<String> options = new ArrayList<>();
    if (!in.atEnd()) {
      do {
        options.add(OPTIONS.read(in));
      } while (in.accept(","));
    }
    lines.add(new WorldLine.MountNew(type, path, options));
  }

  private void rules(Cursor in) {
    do {
      String name = SETTINGS.read(in);
      in.expect("=");
      lines.add(new WorldLine.Rule(name, Numbers.within(in, name, 0, mostOf(name))));
    } while (!in.atEnd());
  }

  private static int mostOf(String setting) {
    return switch (setting) {
      case "protected_symlinks" -> 1;
      case "protected_regular", "protected_fifos", "suid_dumpable" -> 2;
      default -> LARGEST;
    };
  }
}
