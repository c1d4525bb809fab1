package watertight.checker.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watertight.checker.kernel.Host.Privilege;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Writes a world for the executor. */
final class WorldWire {
  private static final long MS_NOSYMFOLLOW = 256;

  /** MAX_PID_NS_LEVEL, in kernel/pid_namespace.c. */
  private static final int MOST_LEVELS = 32;

  /** Who a task is in the end. */
  private record Identity(int uid, int gid, CapSet caps) {}

  private static final Identity ROOT = new Identity(0, 0, CapSet.ALL);

  private final Privilege privilege;
  private final Map<Task, Identity> tasks =
      new TreeMap<>(java.util.Comparator.comparing(Task::index));
  private final Wire ops = new Wire();
  private int count;
  private int above;

  private WorldWire(Privilege privilege) {
    this.privilege = privilege;
  }

  /** The number of operations, and the operations. */
  static Wire of(World world, Privilege privilege) throws NotRun {
    WorldWire wire = new WorldWire(privilege);
    wire.task(Task.A, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    wire.tasks.put(Task.A, ROOT);
    for (WorldLine line : world.lines()) {
      wire.line(line);
    }
    wire.tasks.forEach(wire::identity);
    return new Wire().u8(wire.above).i32(wire.count).all(wire.ops);
  }

  private Wire op(int op) {
    count++;
    return ops.u8(op);
  }

  private void line(WorldLine line) throws NotRun {
    switch (line) {
      case WorldLine.Dir l -> op(0).text(l.path());
      case WorldLine.File l -> op(1).text(l.path()).text(l.content());
      case WorldLine.Symlink l -> op(2).text(l.path()).text(l.target());
      case WorldLine.Link l -> op(3).text(l.path()).text(l.existing());
      case WorldLine.Fifo l -> op(4).text(l.path());
      case WorldLine.Socket l -> op(5).text(l.path());
      case WorldLine.Device l -> {
        requireRoot();
        op(6).text(l.path()).u8(l.block() ? 1 : 0).i32(l.major()).i32(l.minor());
      }
      case WorldLine.Mode l -> op(7).text(l.path()).i32(l.mode());
      case WorldLine.Owner l -> {
        requireIds(l.uid(), l.gid());
        op(8).text(l.path()).i32(l.uid()).i32(l.gid());
      }
      case WorldLine.MountNew l ->
          op(9)
              .text(l.path())
              .text(l.type())
              .i64(l.options().contains("nosymfollow") ? MS_NOSYMFOLLOW : 0);
      case WorldLine.Bind l -> op(10).text(l.to()).text(l.from());
      case WorldLine.TaskLine l -> task(l);
      case WorldLine.PidNs l -> throw new NotRun("the oracle's worlds begin in one PID namespace");
      case WorldLine.Rule l -> {
        if (l.name().equals(World.PID_LEVELS)) {
          levels(l.value());
        }
      }
    }
  }

  private void task(WorldLine.TaskLine l) throws NotRun {
    if (l.ownSession()) {
      throw new NotRun("the oracle's tasks are in the sessions of their parents");
    }
    task(l.task(), l.parent(), l.root(), l.cwd(), l.fds());
    Identity old =
        tasks.containsKey(l.task()) ? tasks.get(l.task()) : l.parent().map(tasks::get).orElse(ROOT);
    int uid = l.uid().orElse(old.uid());
    int gid = l.gid().orElse(old.gid());
    requireIds(uid, gid);
    CapSet kept = uid == old.uid() || uid == 0 ? old.caps() : CapSet.NONE;
    tasks.put(l.task(), new Identity(uid, gid, l.caps().orElse(kept)));
  }

  private void task(
      Task task,
      Optional<Task> parent,
      Optional<String> root,
      Optional<String> cwd,
      Map<Integer, String> fds) {
    op(11).u8(task.index()).u8(tasks.containsKey(task) ? 0 : 1);
    ops.u8(parent.map(Task::index).orElse(0xff)).text(root.orElse("")).text(cwd.orElse(""));
    ops.u8(fds.size());
    fds.forEach((fd, path) -> ops.i32(fd).text(path));
  }

  private void identity(Task task, Identity who) {
    op(12).u8(task.index()).i64(who.uid()).i64(who.gid()).i64(who.caps().bits());
  }

  /** The world lies as deep as leaves so many levels, its own counted. */
  private void levels(int left) throws NotRun {
    if (privilege != Privilege.ROOT) {
      throw new NotRun("needs root: it lies in nested PID namespaces");
    }
    if (left < 1 || left > MOST_LEVELS) {
      throw new NotRun("no world lies where %d PID namespaces are left".formatted(left));
    }
    above = MOST_LEVELS - left;
  }

  private void requireIds(int uid, int gid) throws NotRun {
    if (privilege == Privilege.SINGLE && (uid != 0 || gid != 0)) {
      throw new NotRun("needs root: it has several user or group ids");
    }
  }

  private void requireRoot() throws NotRun {
    if (privilege != Privilege.ROOT) {
      throw new NotRun("needs root: it makes a device node");
    }
  }
}
