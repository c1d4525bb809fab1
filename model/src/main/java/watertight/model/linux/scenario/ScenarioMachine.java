package watertight.model.linux.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import watertight.model.Cells;
import watertight.model.Family;
import watertight.model.Machine;
import watertight.model.Result;
import watertight.model.linux.Bounds;
import watertight.model.linux.Kernel;
import watertight.model.linux.Reply;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.claim.Geometry;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.Task;
import watertight.model.linux.task.TaskCell;
import watertight.model.linux.task.TasksCell;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;
import watertight.model.linux.world.WorldLine;

/** The machine that a scenario makes: its world, and the moves of its parties. */
public final class ScenarioMachine implements Machine<Move> {
  private static final int FIRST_FD = 3;

  private final Scenario scenario;
  private final Scope scope;
  private final Kernel kernel;
  private final Programs programs;
  private final List<Family<Move>> families;

  /**
   * The machine of a scenario.
   *
   * @param rules guards and settings; the scenario's own {@code without} and {@code rules} lines
   *     and the bounds of the scope are applied on top
   */
  public ScenarioMachine(Scenario scenario, Scope scope, Rules rules) {
    this.scenario = scenario;
    this.scope = scope;
    this.kernel = new Kernel(rulesOf(scenario, scope, rules));
    this.programs = new Programs(kernel, scenario.parties());
    this.families = allFamilies();
  }

  private static Rules rulesOf(Scenario scenario, Scope scope, Rules rules) {
    int inodes = WorldBuilder.DEFAULT_INODES - 1 + Math.max(scope.inodes(), ownInodes(scenario));
    int mounts = WorldBuilder.DEFAULT_MOUNTS - 1 + scope.mounts();
    Bounds bounds =
        new Bounds(
            inodes, FIRST_FD + scope.fds(), mounts, Math.max(scope.tasks(), tasks(scenario)));
    return rules
        .with(WorldBuilder.settings(scenario.world(), rules.settings()))
        .with(rules.guards().without(scenario.without()))
        .with(bounds);
  }

  /** The inodes of a scenario's world, the root counted, the furniture of the default not. */
  private static int ownInodes(Scenario scenario) {
    var cells = watertight.model.PlainCells.empty();
    WorldBuilder.build(worldOf(scenario), cells);
    long inodes =
        cells.values().keySet().stream()
            .filter(cell -> cell instanceof watertight.model.linux.path.InodeCell)
            .count();
    return (int) inodes - (WorldBuilder.DEFAULT_INODES - 1);
  }

  private static int tasks(Scenario scenario) {
    return (int) scenario.parties().stream().map(party -> party.task().task()).distinct().count();
  }

  private static World worldOf(Scenario scenario) {
    List<WorldLine> lines = new ArrayList<>(scenario.world().lines());
    scenario.parties().forEach(party -> lines.add(party.task()));
    return new World(lines);
  }

  /** The rules that the machine runs under. */
  public Rules rules() {
    return kernel.rules();
  }

  /** The scenario. */
  public Scenario scenario() {
    return scenario;
  }

  /** The world with the parties' tasks. */
  public World world() {
    return worldOf(scenario);
  }

  @Override
  public void start(Cells cells) {
    WorldBuilder.build(worldOf(scenario), cells);
    for (Party party : scenario.parties()) {
      Task task = party.task().task();
      cells.set(new PartyCell(task), party.name());
      if (party instanceof Party.Runs) {
        cells.set(new ProgramCell(task), ProgramCell.State.START);
      }
      var fs = cells.view(new TaskCell(task), new TaskCell.FsOf());
      var root = cells.view(new FsCell(fs), new FsCell.Root());
      cells.set(LabelCell.rootOf(party.name()), new LabelCell.Label(root));
    }
    for (String name : labels()) {
      var path = Geometry.find(cells, name);
      if (path != null) {
        cells.set(new LabelCell(name), new LabelCell.Label(path));
      }
    }
  }

  private Set<String> labels() {
    return switch (scenario.goal()) {
      case Goal.Reads reads -> Set.of(reads.path());
      case Goal.Writes writes -> Set.of(writes.path());
      case Goal.Upon upon -> Set.of();
      case Goal.BreaksClaim claim -> Set.of();
    };
  }

  /** The paths that the world's lines make. */
  public Set<String> worldPaths() {
    Set<String> paths = new LinkedHashSet<>();
    for (WorldLine line : scenario.world().lines()) {
      switch (line) {
        case WorldLine.Dir dir -> paths.add(dir.path());
        case WorldLine.File file -> paths.add(file.path());
        case WorldLine.MountNew mount -> paths.add(mount.path());
        case WorldLine.Bind bind -> paths.add(bind.to());
        case WorldLine.Symlink l -> {}
        case WorldLine.Link l -> paths.add(l.path());
        case WorldLine.Fifo f -> paths.add(f.path());
        case WorldLine.Socket s -> paths.add(s.path());
        case WorldLine.Device d -> paths.add(d.path());
        case WorldLine.Mode m -> {}
        case WorldLine.Owner o -> {}
        case WorldLine.TaskLine t -> {}
        case WorldLine.PidNs n -> {}
        case WorldLine.Rule r -> {}
      }
    }
    return paths;
  }

  /** The names in the world. */
  public List<String> names() {
    return Names.of(scenario).list();
  }

  @Override
  public List<Family<Move>> families() {
    return families;
  }

  private List<Family<Move>> allFamilies() {
    List<Family<Move>> all = new ArrayList<>();
    for (Party party : scenario.parties()) {
      switch (party) {
        case Party.Runs runs -> {
          Task task = runs.task().task();
          all.add(new Family<>(task + " program", List.of(), args -> new Move.Program(task)));
        }
        case Party.Free free -> free(free).forEach(all::add);
      }
    }
    if (scenario.parties().stream().anyMatch(ScenarioMachine::hasProcesses)) {
      signalled()
          .forEach(
              task ->
                  all.add(
                      new Family<>(
                          task + " takes signals", List.of(), args -> new Move.Deliver(task))));
    }
    return List.copyOf(all);
  }

  private static boolean hasProcesses(Party party) {
    return party instanceof Party.Free free && ProcessMoves.areAmong(free.calls());
  }

  /** Whoever may get a signal: every task of the world, and those that may be made. */
  private List<Task> signalled() {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < Math.max(rules().bounds().tasks(), 1); i++) {
      tasks.add(new Task(i));
    }
    return tasks;
  }

  private List<Family<Move>> free(Party.Free party) {
    List<Family<Move>> all = new ArrayList<>();
    Names names = Names.of(scenario);
    for (Task task : tasksOf(party)) {
      Arguments arguments =
          new Arguments(task, rules(), scenario, scope, names, descriptors(party));
      all.addAll(Calls.of(task, party.calls(), arguments));
    }
    return all;
  }

  /** The party's first task, and those that it may make. */
  private List<Task> tasksOf(Party.Free party) {
    List<Task> tasks = new ArrayList<>(List.of(party.task().task()));
    if (party.calls().contains("clone")) {
      List<Task> unused = unused(rules().bounds().tasks() - tasks(scenario));
      tasks.addAll(unused);
    }
    return tasks;
  }

  private List<Task> unused(int count) {
    List<Task> used = new ArrayList<>(List.of(Task.A));
    scenario.parties().forEach(party -> used.add(party.task().task()));
    List<Task> unused = new ArrayList<>();
    while (unused.size() < count) {
      Task next = new TasksCell.Tasks(used).firstUnused();
      used.add(next);
      unused.add(next);
    }
    return unused;
  }

  private List<Integer> descriptors(Party.Free party) {
    Set<Integer> fds = new TreeSet<>(party.task().fds().keySet());
    for (int fd = FIRST_FD; fd < rules().bounds().fds(); fd++) {
      fds.add(fd);
    }
    return List.copyOf(fds);
  }

  /**
   * The call that a move makes or goes on with; null when its program has ended, and for the
   * delivery of signals.
   */
  public Syscall callOf(Move move, Cells cells) {
    return switch (move) {
      case Move.Program program -> programs.next(cells, program.task());
      case Move.Deliver deliver -> null;
      case Move.Call call -> call.call();
    };
  }

  @Override
  public Result step(Move move, Cells cells) {
    return switch (move) {
      case Move.Program program -> programs.step(cells, program.task());
      case Move.Deliver deliver -> kernel.deliver(cells, deliver.task());
      case Move.Call call -> call(call, cells);
    };
  }

  private Result call(Move.Call move, Cells cells) {
    Result result = kernel.call(cells, move.task(), move.call());
    if (result instanceof Result.Returned(Reply.Child(Task child, int pid))) {
      String party = cells.get(new PartyCell(move.task()));
      cells.set(new PartyCell(child), party == null ? "" : party);
    }
    return result;
  }
}
