package watertight.checker.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import watertight.checker.kernel.NotRun;
import watertight.checker.text.GuardNames;
import watertight.checker.text.Heading;
import watertight.checker.text.InputError;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.checker.text.charge.ChargeLitmusParser;
import watertight.checker.text.hostcall.HostcallLitmusParser;
import watertight.checker.text.machine.MachineLitmusFile;
import watertight.checker.text.machine.MachineStep;
import watertight.checker.text.sgx.SgxLitmusParser;

/** Runs files and directories of files. */
public final class FileRuns {
  private final GuardNames guards;
  private final Where where;
  private final KernelSide kernel;

  /**
   * @param guards the guards that a file may take away
   * @param where against what the files are run
   * @param kernel asked where {@code where} says so
   */
  public FileRuns(GuardNames guards, Where where, KernelSide kernel) {
    this.guards = guards;
    this.where = where;
    this.kernel = kernel;
  }

  /** The files that {@code given} names: itself, or the litmus and vector files below it. */
  public static List<Path> expand(Path given) {
    if (!Files.isDirectory(given)) {
      return List.of(given);
    }
    try (Stream<Path> below = Files.walk(given)) {
      List<Path> found =
          below
              .filter(path -> isLitmus(path) || isVectors(path))
              .filter(path -> !Files.isDirectory(path))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
      if (found.isEmpty()) {
        throw unusable(given, "a directory without *.litmus and *.json files");
      }
      return found;
    } catch (IOException broken) {
      throw unusable(given, "a directory that cannot be read (" + broken.getMessage() + ")");
    }
  }

  private static InputError unusable(Path path, String found) {
    return new InputError(
        path.toString(), 1, 1, found, "a litmus file, or a directory of them", List.of());
  }

  private static boolean isLitmus(Path path) {
    return path.toString().endsWith(".litmus");
  }

  private static boolean isVectors(Path path) {
    return path.toString().endsWith(".json");
  }

  /** Runs {@code files} in order; a file that cannot be used does not stop the rest. */
  public List<FileOutcome> run(List<Path> files, Consumer<Path> begins) {
    List<FileOutcome> outcomes = new ArrayList<>();
    for (Path file : files) {
      begins.accept(file);
      outcomes.add(run(file));
    }
    return outcomes;
  }

  private FileOutcome run(Path file) {
    try {
      return isVectors(file) ? VectorFile.read(file) : litmus(Source.read(file));
    } catch (InputError error) {
      return new FileOutcome.Bad(file.toString(), error.getMessage());
    }
  }

  private FileOutcome litmus(Source source) {
    return switch (Heading.machine(source).orElse("")) {
      case ChargeLitmusParser.MACHINE ->
          inModel(
              ChargeLitmusParser.parse(source),
              ChargeLitmusRun.NOT_ON_A_KERNEL,
              ChargeLitmusRun::inModel);
      case SgxLitmusParser.MACHINE ->
          inModel(
              SgxLitmusParser.parse(source), SgxLitmusRun.NOT_ON_A_KERNEL, SgxLitmusRun::inModel);
      case HostcallLitmusParser.MACHINE ->
          inModel(
              HostcallLitmusParser.parse(source),
              HostcallLitmusRun.NOT_ON_A_KERNEL,
              HostcallLitmusRun::inModel);
      default -> litmus(LitmusParser.parse(source, guards));
    };
  }

  /** A file that no kernel can be asked about. */
  private <W, S extends MachineStep> FileOutcome inModel(
      MachineLitmusFile<W, S> file,
      String reason,
      Function<MachineLitmusFile<W, S>, List<StepOutcome>> run) {
    return new FileOutcome.Litmus(
        file.file(),
        file.litmus().name(),
        where.isKernelToo() ? Optional.of(reason) : Optional.empty(),
        where.isModelToo() ? run.apply(file) : List.of());
  }

  private FileOutcome litmus(LitmusFile file) {
    List<StepOutcome> model = LitmusRun.inModel(file);
    if (!where.isKernelToo()) {
      return outcome(file, Optional.empty(), model);
    }
    try {
      List<KernelSteps.Step> steps = kernel.steps(file.litmus());
      List<StepOutcome> all = new ArrayList<>();
      for (int i = 0; i < model.size(); i++) {
        StepOutcome one = model.get(i);
        all.add(where.isModelToo() ? one.andKernel(steps.get(i)) : one.onKernel(steps.get(i)));
      }
      return outcome(file, Optional.empty(), all);
    } catch (NotRun reason) {
      Optional<String> skipped = Optional.of("not run: " + reason.getMessage());
      return outcome(file, skipped, where.isModelToo() ? model : List.of());
    }
  }

  private static FileOutcome outcome(
      LitmusFile file, Optional<String> skipped, List<StepOutcome> steps) {
    return new FileOutcome.Litmus(file.file(), file.litmus().name(), skipped, steps);
  }
}
