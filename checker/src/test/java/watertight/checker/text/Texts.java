package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watertight.model.Guard;
import watertight.model.linux.LinuxGuards;

/** What the tests of the notation share. */
public final class Texts {
  /** A guard that is only a name. */
  record NamedGuard(String id) implements Guard {}

  static final GuardNames GUARDS =
      GuardNames.of(
          Stream.of(
                  "absolute-symlink-restarts-at-root",
                  "chroot-needs-capability",
                  "dotdot-at-mount-root-crosses-to-mountpoint",
                  "dotdot-stops-at-root",
                  "path-must-stay-connected",
                  "resolve-beneath",
                  "resolve-in-root",
                  "root-per-task",
                  "symlink-limit")
              .map(NamedGuard::new)
              .toList());

  /** The guards of the model. */
  static final GuardNames MODEL_GUARDS = GuardNames.of(LinuxGuards.all());

  private static final Path SPECS = Path.of("..", "specs");

  private Texts() {}

  public static Source source(String text) {
    return Source.of("x", text);
  }

  static Litmus litmus(String text) {
    return LitmusParser.parse(source(text), GUARDS).litmus();
  }

  /** The steps of a run in the default world. */
  static List<LitmusStep> steps(String... lines) {
    return litmus("litmus \"t\"\nrun\n" + String.join("\n", lines) + "\n").steps();
  }

  /** The files of specs/litmus about the Linux world. */
  public static List<Path> litmusFiles() {
    return files("litmus", ".litmus").stream().filter(file -> machine(file).isEmpty()).toList();
  }

  /** The files of specs/scenarios about the Linux world. */
  static List<Path> scenarioFiles() {
    return files("scenarios", ".scenario").stream()
        .filter(file -> machine(file).isEmpty())
        .toList();
  }

  /** The files of specs/litmus about the charge machine. */
  public static List<Path> chargeLitmusFiles() {
    return litmusFiles("charge");
  }

  /** The files of specs/litmus about another machine. */
  public static List<Path> litmusFiles(String machine) {
    return files("litmus", ".litmus").stream().filter(file -> isOf(file, machine)).toList();
  }

  /** The files of specs/scenarios about another machine. */
  public static List<Path> scenarioFiles(String machine) {
    return files("scenarios", ".scenario").stream().filter(file -> isOf(file, machine)).toList();
  }

  private static boolean isOf(Path file, String machine) {
    return machine(file).equals(Optional.of(machine));
  }

  /** The files of specs/scenarios about the charge machine. */
  public static List<Path> chargeScenarioFiles() {
    return scenarioFiles("charge");
  }

  /** The files of specs/litmus about the SGX machine. */
  public static List<Path> sgxLitmusFiles() {
    return litmusFiles("sgx");
  }

  /** The files of specs/scenarios about the SGX machine. */
  public static List<Path> sgxScenarioFiles() {
    return scenarioFiles("sgx");
  }

  private static Optional<String> machine(Path file) {
    return Heading.machine(Source.read(file));
  }

  private static List<Path> files(String directory, String ending) {
    try (Stream<Path> files = Files.walk(SPECS.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the error stands in the text and has its form. */
  public static void assertWellFormed(InputError error, byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    String message = error.getMessage();
    assertTrue(error.line() >= 1 && error.line() <= lines.length, message);
    int length = lines[error.line() - 1].length();
    assertTrue(error.column() >= 1 && error.column() <= length + 1, message);
    String place = "%s:%d:%d: found ".formatted(error.file(), error.line(), error.column());
    if (!message.startsWith(place) || !message.contains(", expected ") || message.contains("\n")) {
      fail(message);
    }
  }
}
