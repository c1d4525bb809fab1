package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import watertight.model.PlainCells;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.credential.Cred;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Frame;
import watertight.model.linux.path.OutsideCell;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.ProcDentry;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFile;
import watertight.model.linux.task.OpenFileCell;
import watertight.model.linux.task.Ptrace;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TaskState;

/** Draws the tasks of a state, and their walks. */
final class People {
  private static final int TURNS = 3;

  private final Drawing drawing;
  private final Facts facts;
  private final PlainCells cells;

  People(Drawing drawing) {
    this.drawing = drawing;
    this.facts = drawing.facts();
    this.cells = drawing.cells();
  }

  /** The atom of a task's walk. */
  static String walkAtom(Task task) {
    return "Walk$" + task;
  }

  /** What a task has open, but for the device that every task is born with, and sockets. */
  static List<Path> held(PlainCells cells, Task task) {
    List<Path> held = new ArrayList<>();
    OutsideCell.Outside outside = cells.get(new OutsideCell());
    for (OpenFile file : Files.table(cells, task).files().values()) {
      Path path = cells.get(new OpenFileCell(file)).pathOrNull();
      if (path != null && (outside == null || !path.equals(outside.device()))) {
        held.add(path);
      }
    }
    return held;
  }

  /** Draws the tasks. */
  void tasks(Map<Task, Standing> walks, Rules rules) {
    for (Task task : Scene.tasks(cells)) {
      String atom = "Task$" + task;
      facts.add("Task", atom);
      facts.add("Walk", walkAtom(task));
      facts.add("walk", atom, walkAtom(task));
      TaskState state = cells.get(new TaskCell(task));
      if (state.parent() != null) {
        facts.add("parent", atom, "Task$" + state.parent());
      }
      fs(atom, state.fs());
      cred(atom, cells.get(new CredCell(task)));
      held(cells, task).forEach(path -> drawing.place("held", atom, path));
      Standing standing = walks.get(task);
      if (standing != null) {
        walk(walkAtom(task), standing);
        reads(task, rules);
      }
    }
  }

  private void fs(String task, Fs fs) {
    String atom = drawing.naming().atom(fs, "Fs");
    facts.add("Fs", atom);
    facts.add("fs", task, atom);
    FsState state = cells.get(new FsCell(fs));
    drawing.place("fs_root", atom, state.root());
    drawing.place("pwd", atom, state.cwd());
  }

  private void cred(String task, Cred cred) {
    String uid = drawing.naming().atom(cred.ruid(), "Uid");
    facts.add("Uid", uid);
    facts.add("uid", task, uid);
    if (cred.can(Capability.CAP_SYS_CHROOT)) {
      facts.add("caps", task, "SysChroot");
    }
    if (cred.can(Capability.CAP_SYS_ADMIN)) {
      facts.add("caps", task, "SysAdmin");
    }
  }

  /** Draws a walk. */
  void walk(String atom, Standing standing) {
    PathWalk walk = standing.walk();
    drawing.place("at", atom, walk.at());
    drawing.place("root", atom, walk.root());
    facts.add("links", atom, "T" + Math.min(walk.links(), TURNS - 1));
    texts(atom, standing);
    standing.flags().forEach(flag -> facts.add("flags", atom, flag));
    if (walk.lookup().cached()) {
      drawing.leaveOut("RESOLVE_CACHED");
    }
    if (walk.rootLooked()) {
      facts.add("Rooted", atom);
    }
    if (walk.disturbed()) {
      facts.add("Disturbed", atom);
    }
  }

  /** A text of which nothing is left to see takes no place in the specification's stack. */
  private void texts(String atom, Standing standing) {
    int turn = 0;
    List<Frame> frames = standing.walk().frames();
    for (int level = 0; level < frames.size(); level++) {
      Frame frame = frames.get(level);
      List<String> names = standing.seen(frame, level);
      if (frame.trailingSlash()) {
        drawing.leaveOut("a trailing slash");
      }
      if (names.isEmpty()) {
        continue;
      }
      if (turn == TURNS) {
        drawing.leaveOut("more texts than the specification's stack holds");
        return;
      }
      boolean absolute = standing.isUntouchedAbsolute(cells, frame);
      facts.add("rest", atom, "T" + turn, PathAtoms.add(facts, absolute, names));
      turn++;
    }
  }

  private void reads(Task reader, Rules rules) {
    Caller caller = new Caller(cells, rules, reader);
    for (String magic : facts.atoms("Magic")) {
      Object dentry = drawing.naming().object(magic);
      if (dentry instanceof Dentry link && Ptrace.mayRead(caller, owner(link))) {
        facts.add("reads", walkAtom(reader), magic);
      }
    }
  }

  private static Task owner(Dentry link) {
    return switch (link) {
      case ProcDentry.ProcLink of -> of.task();
      case ProcDentry.ProcFd fd -> fd.task();
      default -> throw new IllegalArgumentException(link + " is no magic link");
    };
  }
}
