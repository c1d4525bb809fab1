package watertight.checker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import watertight.checker.report.ListJson;
import watertight.checker.report.Table;
import watertight.checker.search.ClaimSystem;
import watertight.checker.search.KnownEscapes;
import watertight.checker.search.Systems;
import watertight.checker.verdict.Engine;
import watertight.checker.verdict.ExitCode;
import watertight.model.Claim;
import watertight.model.Gate;
import watertight.model.Guard;

/** Lists what there is by name. */
@Command(
    name = "list",
    header = "List systems, claims, guards, scenarios, known escapes; what scopes mean.",
    footerHeading = "%nExample:%n",
    footer = "  ./watertight list claims")
final class ListCommand extends Action {
  private static final List<String> TOPICS =
      List.of("systems", "claims", "guards", "scenarios", "escapes");
  private static final List<String> SCOPES = List.of("small", "default", "large");

  @Parameters(
      arity = "0..1",
      paramLabel = "systems|claims|guards|scenarios|escapes",
      description = "What to list; all when left out.")
  private @Nullable String topic;

  @Override
  ExitCode run() {
    boolean json = isJson();
    if (topic != null && !TOPICS.contains(topic)) {
      throw unknown("list of", topic, TOPICS);
    }
    terminal().print(json ? json() : text());
    return ExitCode.AS_EXPECTED;
  }

  private boolean asks(String one) {
    return topic == null || topic.equals(one);
  }

  private List<String> json() {
    return ListJson.lines(
        asks("systems") ? Catalogue.systems() : List.of(),
        asks("claims") ? entries() : List.of(),
        asks("guards") ? Catalogue.guardNames() : List.of(),
        asks("scenarios") ? List.copyOf(Catalogue.scenarios().keySet()) : List.of(),
        asks("escapes") ? List.copyOf(KnownEscapes.names()) : List.of());
  }

  private static List<ListJson.ClaimEntry> entries() {
    List<Engine> engines = Engines.all();
    return Catalogue.claims().stream()
        .map(
            claim ->
                new ListJson.ClaimEntry(
                    claim.name(),
                    claim.expected().text(),
                    claim.guards().stream().map(Guard::id).toList(),
                    covering(engines, claim)))
        .toList();
  }

  private static List<String> covering(List<Engine> engines, Claim claim) {
    return engines.stream()
        .filter(engine -> engine.covers(claim.name()))
        .map(engine -> engine.id().text())
        .toList();
  }

  private List<String> text() {
    List<String> lines = new ArrayList<>();
    section(lines, "systems", Catalogue.systems());
    section(lines, "claims", claims());
    section(lines, "guards", guards());
    section(lines, "scenarios", scenarios());
    section(lines, "escapes", escapes());
    if (asks("claims")) {
      lines.add("");
      lines.add(terminal().style().strong("scopes"));
      lines.addAll(scopes());
    }
    return lines;
  }

  private void section(List<String> lines, String name, List<String> content) {
    if (!asks(name)) {
      return;
    }
    if (topic == null) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(terminal().style().strong(name));
    }
    lines.addAll(content.isEmpty() ? List.of("(none in this version)") : content);
  }

  private static List<String> claims() {
    List<Engine> engines = Engines.all();
    Table table = new Table();
    for (Claim claim : Catalogue.claims()) {
      table.row(
          claim.name(),
          claim.expected().text(),
          String.join(",", covering(engines, claim)),
          claim.statement());
    }
    return table.lines();
  }

  private static List<String> guards() {
    Table table = new Table();
    for (Guard guard : Catalogue.guards()) {
      List<String> carried =
          Catalogue.claims().stream()
              .filter(claim -> claim.guards().contains(guard))
              .map(Claim::name)
              .toList();
      table.row(
          guard.id(),
          guard instanceof Gate gate ? gate.code().name() : "choice",
          String.join(" ", carried));
    }
    return table.lines();
  }

  private static List<String> escapes() {
    Table table = new Table();
    SortedSet<String> searched = KnownEscapes.searched();
    for (String name : KnownEscapes.names()) {
      table.row(name, searched.contains(name) ? title(name) : "(told, not searched)");
    }
    return table.lines();
  }

  private static String title(String escape) {
    String scenario = KnownEscapes.scenario(escape);
    return Systems.withScenario(scenario).title(scenario);
  }

  private static List<String> scenarios() {
    Table table = new Table();
    for (String name : Catalogue.scenarios().keySet()) {
      ClaimSystem system = Systems.withScenario(name);
      Map<String, String> scopes = system.scopes(name);
      boolean first = true;
      for (String scope : SCOPES.stream().filter(scopes::containsKey).toList()) {
        table.row(first ? name : "", scope, scopes.get(scope), first ? system.title(name) : "");
        first = false;
      }
    }
    return table.lines();
  }

  private static List<String> scopes() {
    Table table = new Table();
    for (Engine engine : Engines.all()) {
      for (String scope : SCOPES) {
        table.row(engine.id().text(), scope, engine.scope(scope));
      }
    }
    return table.lines();
  }
}
