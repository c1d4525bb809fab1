package watertight.checker.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import watertight.checker.kernel.seen.Snapshot;
import watertight.checker.kernel.seen.Snapshot.FileSeen;
import watertight.checker.kernel.seen.Snapshot.NamespacesSeen;
import watertight.checker.kernel.seen.Snapshot.Node;
import watertight.checker.kernel.seen.Snapshot.Place;
import watertight.checker.kernel.seen.Snapshot.ProcessSeen;
import watertight.checker.kernel.seen.Snapshot.TaskSeen;
import watertight.model.linux.task.Task;

/**
 * Reads what the executor's pid 1 has seen of its world. An object is its device and inode; all
 * instances of procfs that show the same PID namespace count as one device, and what lies in one is
 * told apart by the mount too, since each instance numbers its own.
 */
final class Look {
  private final ByteBuffer in;
  private static final long UNTOLD = -1;

  private final Map<Long, Node> roots = new HashMap<>();
  private final Map<Long, Object> procs = new HashMap<>();
  private final Map<Object, List<Integer>> numbers = new HashMap<>();

  private Look(ByteBuffer in) {
    this.in = in;
  }

  /** An object. */
  record Id(long device, long inode) {
    private static final long PROC_ROOT_INODE = 1;

    /** The root of a procfs, by the PID namespace that it shows. */
    static Id ofProcRoot(long shown) {
      return new Id(shown, PROC_ROOT_INODE);
    }

    private boolean isBelowProcRoot() {
      return device < UNTOLD && inode != PROC_ROOT_INODE;
    }
  }

  /** What lies in a procfs. */
  private record InProc(long mount, Id object) {}

  /** The next look in a response. */
  static Snapshot read(ByteBuffer in) throws NotRun {
    return new Look(in).snapshot();
  }

  private Snapshot snapshot() throws NotRun {
    String mountinfo = text();
    for (int n = in.getInt(); n > 0; n--) {
      long device = in.getLong();
      roots.put(device, node(device));
    }
    for (int n = in.getInt(); n > 0; n--) {
      proc();
    }
    SortedMap<String, TaskSeen> tasks = new TreeMap<>();
    for (int n = in.getInt(); n > 0; n--) {
      String letter = new Task(in.getInt()).letter();
      tasks.put(letter, task());
    }
    SortedMap<String, ProcessSeen> processes = new TreeMap<>();
    for (int n = in.getInt(); n > 0; n--) {
      String letter = new Task(in.getInt()).letter();
      processes.put(letter, process(text()));
    }
    MountTable table = MountTable.parse(mountinfo, roots, procs);
    return new Snapshot(table.mounts(), table.trees(), numbers, tasks, processes);
  }

  /** A procfs that is, or was, mounted. */
  private void proc() {
    long device = in.getLong();
    Id root = Id.ofProcRoot(in.getLong());
    List<Integer> listed = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      listed.add(in.getInt());
    }
    procs.put(device, root);
    numbers.put(root, listed.stream().sorted().toList());
  }

  private Node node(long device) {
    Id id = new Id(device, in.getLong());
    int mode = in.getInt();
    int uid = in.getInt();
    int gid = in.getInt();
    String content = text();
    SortedMap<String, Node> entries = new TreeMap<>();
    for (int n = in.getInt(); n > 0; n--) {
      String name = text();
      entries.put(name, node(device));
    }
    return new Node(id, mode, uid, gid, content, entries);
  }

  private TaskSeen task() throws NotRun {
    int fs = in.getInt();
    int table = in.getInt();
    String status = text();
    Place root = place();
    Place cwd = place();
    NamespacesSeen namespaces = namespaces();
    Map<Integer, FileSeen> files = new HashMap<>();
    for (int n = in.getInt(); n > 0; n--) {
      int fd = in.getInt();
      files.put(fd, file());
    }
    return new TaskSeen(
        root,
        cwd,
        Optional.of(fs),
        Optional.of(table),
        Integer.parseInt(field(status, "Umask"), 8),
        numbers(field(status, "Uid")),
        numbers(field(status, "Gid")).getFirst(),
        List.of(
            caps(status, "CapEff"),
            caps(status, "CapPrm"),
            caps(status, "CapInh"),
            caps(status, "CapBnd")),
        namespaces,
        files);
  }

  private static ProcessSeen process(String status) {
    String state =
        switch (field(status, "State").charAt(0)) {
          case 'Z' -> "zombie";
          case 'T' -> "stopped";
          default -> status.contains("\nVmSize:") ? "alive" : "exiting";
        };
    return new ProcessSeen(
        state,
        Integer.parseInt(field(status, "PPid")),
        List.of(
            numbers(field(status, "NSpid")),
            numbers(field(status, "NSpgid")),
            numbers(field(status, "NSsid"))),
        state.equals("zombie")
            ? List.of()
            : List.of(
                caps(status, "SigPnd"),
                caps(status, "ShdPnd"),
                caps(status, "SigBlk"),
                caps(status, "SigIgn"),
                caps(status, "SigCgt")));
  }

  private NamespacesSeen namespaces() {
    SortedMap<String, Object> which = new TreeMap<>();
    which.put("mnt", new Id(in.getLong(), in.getLong()));
    which.put("uts", new Id(in.getLong(), in.getLong()));
    return new NamespacesSeen(which, text(), text());
  }

  private FileSeen file() throws NotRun {
    Place at = place();
    int description = in.getInt();
    String info = text();
    if (!info.contains("flags:")) {
      throw new NotRun("needs root: a task whose ids changed is not shown in a user namespace");
    }
    return new FileSeen(
        at,
        Long.parseLong(field(info, "flags"), 8),
        Long.parseLong(field(info, "pos")),
        description < 0 ? Optional.empty() : Optional.of(description));
  }

  private Place place() {
    Id object = new Id(in.getLong(), in.getLong());
    long mount = in.getLong();
    return new Place(mount, object.isBelowProcRoot() ? new InProc(mount, object) : object);
  }

  private static long caps(String status, String name) {
    return Long.parseUnsignedLong(field(status, name), 16);
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.split("\\s+")) {
      numbers.add((int) Long.parseLong(number));
    }
    return numbers;
  }

  /** What stands behind a name and a colon at the beginning of a line. */
  private static String field(String text, String name) {
    int at = text.startsWith(name + ":") ? 0 : text.indexOf("\n" + name + ":") + 1;
    int from = at + name.length() + 1;
    return text.substring(from, text.indexOf('\n', from)).strip();
  }

  private String text() {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
