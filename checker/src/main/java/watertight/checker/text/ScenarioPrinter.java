package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import watertight.model.Guard;
import watertight.model.linux.scenario.Goal;
import watertight.model.linux.scenario.Party;
import watertight.model.linux.scenario.Scenario;

/** Writes scenarios in their usual layout. */
public final class ScenarioPrinter {
  private static final Out.Nothing NOTHING = new Out.Nothing();

  private ScenarioPrinter() {}

  /** The text of a file. */
  public static String text(Scenario scenario) {
    List<String> lines = new ArrayList<>();
    lines.add("scenario " + CText.quoted(ByteText.of(scenario.title())));
    scenario.claim().ifPresent(claim -> lines.add("claim " + claim));
    lines.add("");
    if (!scenario.world().lines().isEmpty()) {
      lines.add("world");
      WorldPrinter.columns(scenario.world()).forEach(line -> lines.add("  " + line));
      lines.add("");
    }
    scenario.parties().forEach(party -> party(party, lines));
    lines.add("goal " + goal(scenario.goal()));
    if (!scenario.without().isEmpty()) {
      lines.add(
          "without "
              + scenario.without().stream()
                  .map(Guard::id)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    lines.addAll(ScopeText.lines(scenario.scopes()));
    return String.join("\n", lines) + "\n";
  }

  /** The goal as it is written after {@code goal}. */
  public static String goal(Goal goal) {
    return switch (goal) {
      case Goal.Reads(String party, String path) -> party + " reads " + CText.quoted(path);
      case Goal.Writes(String party, String path) -> party + " writes " + CText.quoted(path);
      case Goal.Upon upon -> upon.text();
      case Goal.BreaksClaim(String party, String claim) -> party + " breaks " + claim;
    };
  }

  private static void party(Party party, List<String> lines) {
    String head = "party " + party.name() + " task " + TaskText.write(party.task());
    switch (party) {
      case Party.Free free -> {
        lines.add(head);
        lines.add("  may " + String.join(", ", free.calls()));
      }
      case Party.Runs runs -> {
        lines.add(head + " runs");
        String task = "[" + party.task().task().letter() + "] ";
        List<StepPrinter.Line> steps = new ArrayList<>();
        runs.lines()
            .forEach(line -> steps.add(new StepPrinter.Line(task + call(line), result(line))));
        StepPrinter.aligned(steps).forEach(line -> lines.add("  " + line));
      }
    }
  }

  private static String call(Party.Line line) {
    boolean fails = line.expect() instanceof Party.Expect.Fails;
    SortedMap<Integer, String> none = new TreeMap<>();
    return Calls.spelled(line.call())
        .whole(new Writing(none, out(line.expect()), fails, Variables.program()));
  }

  private static Out out(Party.Expect expect) {
    return switch (expect) {
      case Party.Expect.Gives(String text) -> new Out.Starts(text);
      case Party.Expect.OfType(String type) -> Out.Status.of(Optional.of(type), Optional.empty());
      case Party.Expect.OfMode(String type, int mode) ->
          Out.Status.of(Optional.of(type), Optional.of(new Value.Exactly(mode)));
      case Party.Expect.Anything any -> NOTHING;
      case Party.Expect.Success success -> NOTHING;
      case Party.Expect.Returns returns -> NOTHING;
      case Party.Expect.Fails fails -> NOTHING;
    };
  }

  private static String result(Party.Line line) {
    if (line.binds() >= 0) {
      return "@" + Variables.name(line.binds());
    }
    return switch (line.expect()) {
      case Party.Expect.Returns(long value) -> Long.toString(value);
      case Party.Expect.Fails fails -> "-1 " + String.join(" or ", new TreeSet<>(fails.errnos()));
      case Party.Expect.OfType type -> "0";
      case Party.Expect.OfMode mode -> "0";
      case Party.Expect.Anything any -> "";
      case Party.Expect.Success success -> "@unused";
      case Party.Expect.Gives gives -> "";
    };
  }
}
