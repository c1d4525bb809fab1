package watertight.checker.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import watertight.checker.text.WorldPrinter;
import watertight.model.Guards;
import watertight.model.linux.Rules;
import watertight.model.linux.Settings;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldLine;

/** Random runs of the model against the specification; the first difference is shrunk. */
final class ModelToAlloy {
  /** The specification's limit of links; sysctls that it leaves out are off. */
  static final Settings SETTINGS = settings();

  private static final int DEEDS = 40;

  private final Guards model;
  private final StartCheck starts;
  private final WalkCheck walks;
  private final CallChecks calls;
  private final Coverage coverage;

  /**
   * @param model the guards in force in the model
   */
  ModelToAlloy(Questions questions, Guards model, Coverage coverage, long seed) {
    this.model = model;
    this.coverage = coverage;
    Rules rules = Rules.LINUX.with(SETTINGS).with(questions.guards());
    SplittableRandom random = new SplittableRandom(seed);
    this.starts = new StartCheck(questions, rules, coverage, random.split());
    this.walks = new WalkCheck(questions, rules, coverage, random.split());
    this.calls = new CallChecks(new EventCheck(questions, rules, coverage, random.split()));
  }

  private static Settings settings() {
    return Settings.LINUX_6_18
        .with("symlinks", 2)
        .with("protected_symlinks", 0)
        .with("protected_regular", 0)
        .with("protected_fifos", 0);
  }

  /** Makes the runs that are told by hand; the first difference, shrunk, or null. */
  @Nullable Disagreement stories() {
    for (Stories.Story story : Stories.all()) {
      if (finding(story.world(), story.deeds()) != null) {
        return shrunk(story);
      }
    }
    return null;
  }

  /** Makes one run; the difference that it met, shrunk, or null. */
  @Nullable Disagreement run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<WorldLine> world = new RandomWorlds(random).lines();
    RandomDeeds deeds = new RandomDeeds(random);
    List<Deed> done = new ArrayList<>();
    ModelRun run = start(world);
    for (int i = 0; i < DEEDS; i++) {
      Deed deed = deeds.next(run.cells());
      done.add(deed);
      if (run.take(deed) != null) {
        return shrunk(new Stories.Story(world, done));
      }
    }
    return null;
  }

  private ModelRun start(List<WorldLine> world) {
    Rules rules = Rules.LINUX.with(SETTINGS).with(model);
    return new ModelRun(rules, RandomWorlds.build(world), starts, walks, calls, coverage);
  }

  private Disagreement shrunk(Stories.Story story) {
    List<Deed> deeds = Shrink.list(story.deeds(), fewer -> finding(story.world(), fewer) != null);
    List<WorldLine> world = Shrink.list(story.world(), fewer -> finding(fewer, deeds) != null);
    Finding finding = java.util.Objects.requireNonNull(finding(world, deeds));
    List<String> lines = new ArrayList<>();
    lines.addAll(WorldPrinter.lines(new World(world)));
    deeds.forEach(deed -> lines.add(deed.toString()));
    return new Disagreement(finding.predicate(), finding.model(), finding.alloy(), lines);
  }

  private @Nullable Finding finding(List<WorldLine> world, List<Deed> deeds) {
    ModelRun run = start(world);
    for (Deed deed : deeds) {
      Finding finding = run.take(deed);
      if (finding != null) {
        return finding;
      }
    }
    return null;
  }
}
