package watertight.checker.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.WorldLine;

/** The line of a task: {@code B uid=1000 gid=1000 caps= root=/jail cwd=/jail fd 5=/etc}. */
final class TaskText {
  private static final int LARGEST_FD = 1023;

  private final Names<Consumer<Cursor>> parts;
  private Optional<Integer> uid = Optional.empty();
  private Optional<Integer> gid = Optional.empty();
  private Optional<CapSet> caps = Optional.empty();
  private Optional<String> root = Optional.empty();
  private Optional<String> cwd = Optional.empty();
  private Optional<Task> parent = Optional.empty();
  private Optional<String> pidns = Optional.empty();
  private boolean ownSession;
  private final SortedMap<Integer, String> fds = new TreeMap<>();

  private TaskText() {
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("uid", in -> uid = Optional.of(id(in, "a user id")));
    known.put("gid", in -> gid = Optional.of(id(in, "a group id")));
    known.put("caps", in -> caps = Optional.of(CapText.readShort(in)));
    known.put("root", in -> root = Optional.of(WorldText.path(in)));
    known.put("cwd", in -> cwd = Optional.of(WorldText.path(in)));
    known.put("parent", in -> parent = Optional.of(Steps.letter(in)));
    known.put("pidns", in -> pidns = Optional.of(namespace(in)));
    known.put("session", this::session);
    known.put("fd", this::descriptor);
    parts = new Names<>("a part of a task", known, Set.of("userns"));
  }

  /** Reads the line from after {@code task}, up to its end or to {@code runs}. */
  static WorldLine.TaskLine read(Cursor in) {
    Task task = Steps.letter(in);
    TaskText text = new TaskText();
    Set<String> seen = new HashSet<>();
    while (!in.atEnd() && !in.looksAt("runs")) {
      int place = in.at();
      Consumer<Cursor> part = text.parts.read(in);
      String name = in.since(place);
      if (!seen.add(name) && !name.equals("fd")) {
        throw in.error(place, "a second " + Cursor.shown(name), "each part once");
      }
      if (!name.equals("fd")) {
        in.expect("=");
      }
      part.accept(in);
      if (!in.atEnd() && in.since(place).stripTrailing().equals(in.since(place))) {
        throw in.expected("a blank");
      }
    }
    return new WorldLine.TaskLine(
        task,
        text.uid,
        text.gid,
        text.caps,
        text.root,
        text.cwd,
        text.parent,
        text.pidns,
        text.ownSession && text.parent.isPresent(),
        text.fds);
  }

  private void session(Cursor in) {
    in.expect("own");
    ownSession = true;
  }

  /** The name of a PID namespace. */
  static String namespace(Cursor in) {
    in.skipBlanks();
    String name = in.run(Cursor::isWord);
    if (name.isEmpty()) {
      throw in.expected("the name of a PID namespace, such as P1");
    }
    return name;
  }

  private static int id(Cursor in, String meaning) {
    return Numbers.within(in, meaning, 0, Integer.MAX_VALUE);
  }

  private void descriptor(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    int fd = Numbers.within(in, "a descriptor", 0, LARGEST_FD);
    if (fds.containsKey(fd)) {
      throw in.error(place, "a second descriptor " + fd, "each descriptor once");
    }
    in.expect("=");
    fds.put(fd, WorldText.path(in));
  }

  /** The line from after {@code task}. */
  static String write(WorldLine.TaskLine line) {
    StringBuilder text = new StringBuilder(line.task().letter());
    line.uid().ifPresent(uid -> text.append(" uid=").append(uid));
    line.gid().ifPresent(gid -> text.append(" gid=").append(gid));
    line.caps().ifPresent(caps -> text.append(" caps=").append(CapText.writeShort(caps)));
    line.root().ifPresent(root -> text.append(" root=").append(WorldText.written(root)));
    line.cwd().ifPresent(cwd -> text.append(" cwd=").append(WorldText.written(cwd)));
    line.parent().ifPresent(parent -> text.append(" parent=").append(parent.letter()));
    line.pidns().ifPresent(name -> text.append(" pidns=").append(name));
    text.append(line.ownSession() ? " session=own" : "");
    line.fds()
        .forEach(
            (fd, path) ->
                text.append(" fd ").append(fd).append('=').append(WorldText.written(path)));
    return text.toString();
  }
}
