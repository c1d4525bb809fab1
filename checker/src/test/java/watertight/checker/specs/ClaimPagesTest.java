package watertight.checker.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.checker.pages.ClaimPage;
import watertight.checker.pages.Markdown;
import watertight.checker.search.Systems;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.charge.ChargeGuards;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.sgx.SgxGuards;
import watertight.model.linux.LinuxGuards;

class ClaimPagesTest {
  private static final Map<String, Specs.Head> LITMUS = Specs.heads();

  private static final Set<String> GUARDS = guards();

  private static Set<String> guards() {
    Set<String> names = ids(LinuxGuards.all());
    names.addAll(ids(List.of(ChargeGuards.values())));
    names.addAll(ids(List.of(HostcallGuards.values())));
    names.addAll(ids(SgxGuards.removable()));
    return names;
  }

  static List<ClaimPage> pages() {
    return Specs.claimPages();
  }

  @Test
  void everyClaimHasItsPageAndEveryPageItsClaim() {
    Map<String, List<String>> claims = new TreeMap<>();
    for (Claim claim : Systems.claims()) {
      claims.computeIfAbsent(claim.system(), system -> new ArrayList<>()).add(claim.name());
    }
    assertEquals(
        claims.values().stream().flatMap(List::stream).toList(),
        pages().stream().map(ClaimPage::name).toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageSaysWhatTheCodeSays(ClaimPage page) {
    Claim claim = claim(page);
    assertEquals(claim.statement(), page.statement());
    assertEquals(claim.expected().text(), page.only("expected"));
    assertEquals(ids(claim.guards()), page.guards().keySet());
    assertEquals(
        claim.checks().stream().map(Claim.Check::scenario).toList(), page.items("scenarios"));
    assertTrue(page.items("sources").containsAll(claim.sources()), () -> page.name());
    assertFalse(page.only("question").isBlank());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageListsTheKnownBreaks(ClaimPage page) {
    List<ClaimPage.Break> known =
        claim(page).checks().stream()
            .flatMap(
                check ->
                    check.twins().stream()
                        .map(
                            twin ->
                                new ClaimPage.Break(
                                    check.scenario(), ids(twin.away()), twin.steps())))
            .toList();
    assertEquals(known, page.breaks());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageListsTheLitmusFilesOfItsClaim(ClaimPage page) {
    Set<String> files =
        LITMUS.entrySet().stream()
            .filter(entry -> entry.getValue().claim().equals(Optional.of(page.name())))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertFalse(files.isEmpty(), page.name());
    assertEquals(files, Set.copyOf(page.items("litmus")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageListsTheMutantsOfItsClaim(ClaimPage page) {
    Map<String, Set<String>> runWithout = new TreeMap<>();
    LITMUS.entrySet().stream()
        .filter(entry -> entry.getValue().claim().equals(Optional.of(page.name())))
        .filter(entry -> !entry.getValue().without().isEmpty())
        .forEach(entry -> runWithout.put(entry.getKey(), ids(entry.getValue().without())));
    Map<String, Set<String>> listed = new TreeMap<>();
    page.mutants().forEach((guards, file) -> listed.put(file, ClaimPage.names(guards)));
    assertEquals(runWithout, listed);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageNamesGuardsAndScenariosThatExist(ClaimPage page) {
    page.guards().keySet().forEach(ClaimPagesTest::assertIsGuard);
    page.breaks().forEach(known -> known.away().forEach(ClaimPagesTest::assertIsGuard));
    for (String scenario : page.items("scenarios")) {
      assertTrue(Files.exists(Specs.scenario(scenario)), scenario);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageNamesSectionsOfTheLimits(ClaimPage page) {
    assertFalse(page.items("limits").isEmpty(), page.name());
    for (String heading : page.items("limits")) {
      assertFalse(Markdown.items(Specs.read("LIMITS.md"), heading).isEmpty(), heading);
    }
  }

  @Test
  void everyScenarioOfAClaimStandsOnItsPage() {
    Map<String, Set<String>> listed = new TreeMap<>();
    pages().forEach(page -> listed.put(page.name(), Set.copyOf(page.items("scenarios"))));
    Specs.scenariosOfClaims()
        .forEach((name, claim) -> assertTrue(listed.get(claim).contains(name), name));
  }

  @Test
  void everyGuardThatBreaksAClaimHasALitmusFileWithoutIt() {
    Set<String> broken = new TreeSet<>();
    pages().forEach(page -> page.breaks().forEach(known -> broken.addAll(known.away())));
    LITMUS.entrySet().forEach(entry -> broken.removeAll(ids(entry.getValue().without())));
    assertEquals(Set.of(), broken);
  }

  private static void assertIsGuard(String id) {
    assertTrue(GUARDS.contains(id), id);
  }

  private static Claim claim(ClaimPage page) {
    return Systems.claim(page.name()).orElseThrow();
  }

  private static Set<String> ids(Iterable<? extends Guard> guards) {
    Set<String> ids = new TreeSet<>();
    guards.forEach(guard -> ids.add(guard.id()));
    return ids;
  }
}
