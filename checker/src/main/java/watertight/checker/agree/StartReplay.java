package watertight.checker.agree;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.OpenCall;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.Step;
import watertight.model.linux.task.FdTable;
import watertight.model.linux.task.FdTableCell;
import watertight.model.linux.task.Files;
import watertight.model.linux.task.FilesStruct;
import watertight.model.linux.task.Fs;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.FsState;
import watertight.model.linux.task.OpenFileState.Access;
import watertight.model.linux.task.OpenFileState.OpenPath;
import watertight.model.linux.task.Task;

/** The start of a walk, from an instance of path.als to the model: an openat2 with O_PATH. */
final class StartReplay {
  private final Rules rules;

  StartReplay(Rules rules) {
    this.rules = rules;
  }

  /** Steps an instance of {@code predicate} in the model; the difference, or null. */
  @Nullable Disagreement replay(String predicate, Enumeration.Found found) {
    Facts before = found.pair().before();
    List<String> given = found.arguments();
    Building building = new Building(before);
    Texts texts = new Texts(before, building.taskDirectories(), List.of(3, 4));
    building.build(texts);
    new Walker(before, building, texts, rules).tasks(given.get(0));
    Path from = new Path(building.mount(given.get(1)), building.dentry(given.get(2)));
    Path root = new Path(building.mount(given.get(3)), building.dentry(given.get(4)));
    building.cells().set(new FsCell(new Fs(0)), new FsState(root, root, 0));
    OpenPath open = new OpenPath(from, Access.PATH, 0);
    building
        .cells()
        .set(
            new FdTableCell(new FilesStruct(0)),
            new FdTable(
                new TreeMap<>(Map.of(Walker.DIRFD, Files.describe(building.cells(), open)))));
    List<String> flags = found.pair().after().from("flags", given.get(0));
    Syscall.Openat2 call = Walker.call(Walker.DIRFD, texts.text(given.get(5)), flags);
    Step step = OpenCall.of(call).begin(new Caller(building.cells(), rules, Task.A));
    String difference = difference(predicate, found, call, step, building, texts);
    return difference == null
        ? null
        : new Disagreement(
            predicate,
            call + ": " + difference,
            "an instance of " + predicate,
            WalkReplay.story(before, found, texts));
  }

  private static @Nullable String difference(
      String predicate,
      Enumeration.Found found,
      Syscall.Openat2 call,
      Step step,
      Building building,
      Texts texts) {
    boolean succeeds = predicate.equals("start_ok");
    return switch (step) {
      case Step.Walking(PathWalk walk) -> {
        yield succeeds
            ? WalkReplay.difference(
                WalkReplay.renamed(found.pair().after(), texts, found.arguments().get(0)),
                WalkReplay.drawn(building, new Standing(walk, call)))
            : "the walk starts";
      }
      case Step.Done(Result.Refused(Gate gate)) ->
          Starts.predicates(gate).contains(predicate) ? null : "refused by " + gate.id();
      case Step.Done done -> "comes to " + done;
      case Step.AtLast last -> "comes to " + last;
    };
  }
}
