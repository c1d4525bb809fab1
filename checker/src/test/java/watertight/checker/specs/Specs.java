package watertight.checker.specs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import watertight.checker.pages.ClaimPage;
import watertight.checker.run.LitmusRun;
import watertight.checker.text.GuardNames;
import watertight.checker.text.InputError;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.ScenarioParser;
import watertight.model.Claim;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.claim.LinuxClaims;

/** The files of specs/. */
final class Specs {
  private static final Path DIRECTORY = Path.of("..", "specs");

  private static final Path LITMUS = DIRECTORY.resolve("litmus");
  private static final Path SCENARIOS = DIRECTORY.resolve("scenarios");
  private static final GuardNames GUARDS = GuardNames.of(LinuxGuards.all());

  private Specs() {}

  static String read(String name) {
    try {
      return Files.readString(DIRECTORY.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages of all claims. */
  static List<ClaimPage> claimPages() {
    try (Stream<Path> files = Files.list(DIRECTORY.resolve("claims"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .flatMap(file -> ClaimPage.pages(read("claims/" + file.getFileName())).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scenarios below the directories of the claims' systems, each with its claim. */
  static Map<String, String> scenariosOfClaims() {
    Map<String, String> all = new TreeMap<>();
    for (String system : LinuxClaims.all().stream().map(Claim::system).distinct().toList()) {
      try (Stream<Path> files = Files.list(SCENARIOS.resolve(system))) {
        files.forEach(
            file ->
                ScenarioParser.parse(file, GUARDS)
                    .scenario()
                    .claim()
                    .ifPresent(claim -> all.put(nameOf(system, file), claim)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static String nameOf(String system, Path file) {
    return system + "/" + file.getFileName().toString().replace(".scenario", "");
  }

  static Path scenario(String name) {
    return SCENARIOS.resolve(name + ".scenario");
  }

  /** The litmus files that this version can read, by their paths below specs/litmus. */
  static Map<String, LitmusFile> litmus() {
    Map<String, LitmusFile> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(LITMUS)) {
      files
          .filter(file -> file.toString().endsWith(".litmus"))
          .forEach(file -> parse(file).ifPresent(litmus -> all.put(nameOf(file), litmus)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static String nameOf(Path file) {
    return LITMUS.relativize(file).toString().replace('\\', '/');
  }

  private static Optional<LitmusFile> parse(Path file) {
    try {
      return Optional.of(LitmusParser.parse(file, GUARDS));
    } catch (InputError e) {
      return Optional.empty();
    }
  }

  /** The gates that refuse a step of some litmus file in the model. */
  static Set<String> gatesReached() {
    Set<String> reached = new TreeSet<>();
    for (LitmusFile file : litmus().values()) {
      LitmusRun.inModel(file).forEach(step -> step.gate().ifPresent(reached::add));
    }
    return reached;
  }
}
