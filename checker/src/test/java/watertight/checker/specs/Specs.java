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
import watertight.checker.search.Situations;
import watertight.checker.search.Systems;
import watertight.checker.text.GuardNames;
import watertight.checker.text.InputError;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.checker.text.Texts;
import watertight.checker.text.charge.ChargeLitmusParser;
import watertight.checker.text.charge.ChargeStep;
import watertight.checker.text.hostcall.HostcallLitmusParser;
import watertight.checker.text.hostcall.HostcallStep;
import watertight.checker.text.machine.MachineLitmus;
import watertight.checker.text.sgx.SgxLitmusParser;
import watertight.checker.text.sgx.SgxStep;
import watertight.model.Claim;
import watertight.model.Guard;
import watertight.model.charge.Workload;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.sgx.World;
import watertight.model.linux.LinuxGuards;

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
    for (String system : Systems.claims().stream().map(Claim::system).distinct().toList()) {
      try (Stream<Path> files = Files.list(SCENARIOS.resolve(system))) {
        files.forEach(
            file ->
                Situations.read(Source.read(file), "default", Set.of())
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

  /**
   * The litmus files of the Linux world that this version can read, by their paths below
   * specs/litmus.
   */
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

  /**
   * What the head of a litmus file says.
   *
   * @param claim the claim that it is about
   * @param without the guards that it takes away
   */
  record Head(Optional<String> claim, Set<Guard> without) {}

  /** The heads of all litmus files that this version can read, whatever their machine. */
  static Map<String, Head> heads() {
    Map<String, Head> all = new TreeMap<>();
    litmus()
        .forEach(
            (name, file) ->
                all.put(name, new Head(file.litmus().claim(), file.litmus().without())));
    for (Path file : Texts.chargeLitmusFiles()) {
      MachineLitmus<Workload, ChargeStep> litmus =
          ChargeLitmusParser.parse(Source.read(file)).litmus();
      all.put(nameOf(file), new Head(litmus.claim(), litmus.without()));
    }
    for (Path file : Texts.litmusFiles(HostcallLitmusParser.MACHINE)) {
      MachineLitmus<Situation, HostcallStep> litmus =
          HostcallLitmusParser.parse(Source.read(file)).litmus();
      all.put(nameOf(file), new Head(litmus.claim(), litmus.without()));
    }
    for (Path file : Texts.sgxLitmusFiles()) {
      MachineLitmus<World, SgxStep> litmus = SgxLitmusParser.parse(Source.read(file)).litmus();
      all.put(nameOf(file), new Head(litmus.claim(), litmus.without()));
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
