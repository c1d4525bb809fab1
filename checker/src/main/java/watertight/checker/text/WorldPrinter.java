package watertight.checker.text;

import java.util.List;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Writes the lines of a world. */
public final class WorldPrinter {
  private static final int KEYWORD = 7;

  private WorldPrinter() {}

  /** The lines, with one blank between their parts: {@code dir /jail/etc}. */
  public static List<String> lines(World world) {
    return world.lines().stream().map(line -> keyword(line) + " " + rest(line)).toList();
  }

  /** The lines as in a file: {@code dir /jail/etc}. */
  static List<String> columns(World world) {
    return world.lines().stream()
        .map(
            line -> keyword(line) + " ".repeat(KEYWORD - keyword(line).length()) + " " + rest(line))
        .toList();
  }

  private static String keyword(WorldLine line) {
    return switch (line) {
      case WorldLine.Dir l -> "dir";
      case WorldLine.File l -> "file";
      case WorldLine.Symlink l -> "symlink";
      case WorldLine.Link l -> "link";
      case WorldLine.Fifo l -> "fifo";
      case WorldLine.Socket l -> "socket";
      case WorldLine.Device l -> l.block() ? "block" : "char";
      case WorldLine.Mode l -> "mode";
      case WorldLine.Owner l -> "owner";
      case WorldLine.MountNew l -> "mount";
      case WorldLine.Bind l -> "bind";
      case WorldLine.TaskLine l -> "task";
      case WorldLine.PidNs l -> "pidns";
      case WorldLine.Rule l -> "rules";
    };
  }

  private static String rest(WorldLine line) {
    return switch (line) {
      case WorldLine.Dir l -> name(l.path());
      case WorldLine.File l -> name(l.path()) + " " + CText.quoted(l.content());
      case WorldLine.Symlink l -> name(l.path()) + " -> " + name(l.target());
      case WorldLine.Link l -> name(l.path()) + " " + name(l.existing());
      case WorldLine.Fifo l -> name(l.path());
      case WorldLine.Socket l -> name(l.path());
      case WorldLine.Device l -> name(l.path()) + " " + l.major() + ":" + l.minor();
      case WorldLine.Mode l -> "%04o %s".formatted(l.mode(), name(l.path()));
      case WorldLine.Owner l -> l.uid() + ":" + l.gid() + " " + name(l.path());
      case WorldLine.MountNew l ->
          (l.type() + " " + name(l.path()) + " " + String.join(",", l.options())).strip();
      case WorldLine.Bind l -> name(l.from()) + " " + name(l.to());
      case WorldLine.TaskLine l -> TaskText.write(l);
      case WorldLine.PidNs l -> l.name();
      case WorldLine.Rule l -> l.name() + "=" + l.value();
    };
  }

  private static String name(String name) {
    return WorldText.written(name);
  }
}
