package watertight.checker.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import watertight.checker.kernel.seen.Snapshot;
import watertight.checker.kernel.seen.Snapshot.FileSeen;
import watertight.checker.kernel.seen.Snapshot.MountSeen;
import watertight.checker.kernel.seen.Snapshot.NamespacesSeen;
import watertight.checker.kernel.seen.Snapshot.Node;
import watertight.checker.kernel.seen.Snapshot.Place;
import watertight.checker.kernel.seen.Snapshot.ProcessSeen;
import watertight.checker.kernel.seen.Snapshot.TaskSeen;

/** Snapshots that are wrong in one respect, one for each field. */
final class Corruptions {
  private Corruptions() {}

  static List<UnaryOperator<Snapshot>> all() {
    List<UnaryOperator<Snapshot>> all = new ArrayList<>();
    UnaryOperator<Node> mode =
        n -> new Node(n.id(), n.mode() ^ 1, n.uid(), n.gid(), n.content(), n.entries());
    UnaryOperator<Node> uid =
        n -> new Node(n.id(), n.mode(), n.uid() + 1, n.gid(), n.content(), n.entries());
    UnaryOperator<Node> gid =
        n -> new Node(n.id(), n.mode(), n.uid(), n.gid() + 1, n.content(), n.entries());
    UnaryOperator<Node> content =
        n -> new Node(n.id(), n.mode(), n.uid(), n.gid(), n.content() + "x", n.entries());
    UnaryOperator<Node> entry =
        n -> new Node(n.id(), n.mode(), n.uid(), n.gid(), n.content(), one(n.entries(), n));
    for (UnaryOperator<Node> change : List.of(mode, uid, gid, content, entry)) {
      all.add(
          s ->
              new Snapshot(
                  s.mounts(), first(s.trees(), change), s.numbers(), s.tasks(), s.processes()));
    }
    UnaryOperator<MountSeen> type =
        m -> new MountSeen(m.id(), "ext4", m.root(), m.parent(), m.mountpoint(), m.nosymfollow());
    UnaryOperator<MountSeen> flag =
        m ->
            new MountSeen(m.id(), m.type(), m.root(), m.parent(), m.mountpoint(), !m.nosymfollow());
    for (UnaryOperator<MountSeen> change : List.of(type, flag)) {
      all.add(
          s ->
              new Snapshot(
                  first(s.mounts(), change), s.trees(), s.numbers(), s.tasks(), s.processes()));
    }
    all.add(
        s ->
            new Snapshot(
                s.mounts().subList(0, 1), s.trees(), s.numbers(), s.tasks(), s.processes()));
    all.add(s -> new Snapshot(s.mounts(), s.trees(), s.numbers(), new TreeMap<>(), s.processes()));
    all.add(s -> new Snapshot(s.mounts(), s.trees(), more(s.numbers()), s.tasks(), s.processes()));
    UnaryOperator<TaskSeen> root = t -> with(t, t.cwd(), t.umask(), t.uids(), t.caps(), t.files());
    UnaryOperator<TaskSeen> umask =
        t -> with(t, t.root(), t.umask() + 1, t.uids(), t.caps(), t.files());
    UnaryOperator<TaskSeen> uids =
        t -> with(t, t.root(), t.umask(), List.of(0, 0, 0, 9), t.caps(), t.files());
    UnaryOperator<TaskSeen> caps =
        t -> with(t, t.root(), t.umask(), t.uids(), List.of(0L, 0L, 0L, 3L), t.files());
    UnaryOperator<TaskSeen> closed =
        t -> with(t, t.root(), t.umask(), t.uids(), t.caps(), Map.of());
    UnaryOperator<TaskSeen> moved = t -> with(t, t.root(), t.umask(), t.uids(), t.caps(), at(t));
    UnaryOperator<TaskSeen> host = Corruptions::renamed;
    for (UnaryOperator<TaskSeen> change : List.of(root, umask, uids, caps, closed, moved, host)) {
      all.add(
          s ->
              new Snapshot(
                  s.mounts(), s.trees(), s.numbers(), each(s.tasks(), change), s.processes()));
    }
    UnaryOperator<ProcessSeen> state =
        p -> new ProcessSeen("exiting", p.ppid(), p.numbers(), p.signals());
    UnaryOperator<ProcessSeen> ppid =
        p -> new ProcessSeen(p.state(), p.ppid() + 1, p.numbers(), p.signals());
    UnaryOperator<ProcessSeen> numbers =
        p -> new ProcessSeen(p.state(), p.ppid(), List.of(), p.signals());
    UnaryOperator<ProcessSeen> signals =
        p -> new ProcessSeen(p.state(), p.ppid(), p.numbers(), List.of(7L));
    for (UnaryOperator<ProcessSeen> change : List.of(state, ppid, numbers, signals)) {
      all.add(
          s ->
              new Snapshot(
                  s.mounts(), s.trees(), s.numbers(), s.tasks(), each(s.processes(), change)));
    }
    return all;
  }

  private static Map<Object, List<Integer>> more(Map<Object, List<Integer>> numbers) {
    Map<Object, List<Integer>> more = new HashMap<>(numbers);
    more.replaceAll((root, listed) -> List.of(77));
    return more;
  }

  private static SortedMap<String, Node> one(SortedMap<String, Node> entries, Node node) {
    SortedMap<String, Node> more = new TreeMap<>(entries);
    more.put("more", new Node("more", node.mode(), 0, 0, "", new TreeMap<>()));
    return more;
  }

  private static <T> List<T> first(List<T> all, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>(all);
    changed.set(0, change.apply(changed.getFirst()));
    return changed;
  }

  private static <T> SortedMap<String, T> each(
      SortedMap<String, T> tasks, UnaryOperator<T> change) {
    SortedMap<String, T> changed = new TreeMap<>();
    tasks.forEach((letter, task) -> changed.put(letter, change.apply(task)));
    return changed;
  }

  private static TaskSeen with(
      TaskSeen task,
      Place root,
      int umask,
      List<Integer> uids,
      List<Long> caps,
      Map<Integer, FileSeen> files) {
    return new TaskSeen(
        root,
        task.cwd(),
        task.fs(),
        task.table(),
        umask,
        uids,
        task.gid(),
        caps,
        task.namespaces(),
        files);
  }

  private static TaskSeen renamed(TaskSeen task) {
    NamespacesSeen seen = task.namespaces();
    return new TaskSeen(
        task.root(),
        task.cwd(),
        task.fs(),
        task.table(),
        task.umask(),
        task.uids(),
        task.gid(),
        task.caps(),
        new NamespacesSeen(seen.which(), seen.nodename() + "x", seen.domainname()),
        task.files());
  }

  private static Map<Integer, FileSeen> at(TaskSeen task) {
    Map<Integer, FileSeen> files = new HashMap<>();
    task.files()
        .forEach(
            (fd, f) ->
                files.put(fd, new FileSeen(f.at(), f.flags(), f.offset() + 1, Optional.empty())));
    return files;
  }
}
