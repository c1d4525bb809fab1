package watertight.checker.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watertight.checker.text.Litmus;
import watertight.model.linux.Settings;
import watertight.model.linux.world.WorldBuilder;

/**
 * Whether the expectations of a litmus test are for the settings of a machine. They are for those
 * of its {@code rules} lines, and for the usual ones. Where a machine has others, the test is put
 * to it when the model says that every answer is the same under both: should the model be wrong
 * there, the kernel's answer shows it.
 */
final class SettingsThatMatter {
  private SettingsThatMatter() {}

  /** Why the test cannot be put to a machine with these settings, where it cannot. */
  static Optional<String> difference(Litmus litmus, Settings machine) {
    Settings needs = WorldBuilder.settings(litmus.world(), Settings.LINUX_6_18);
    List<String> expected = answers(litmus, needs);
    if (needs.equals(machine) || expected.equals(answers(litmus, machine))) {
      return Optional.empty();
    }
    List<Integer> different =
        IntStream.range(0, needs.values().length)
            .filter(i -> needs.values()[i] != machine.values()[i])
            .boxed()
            .toList();
    List<Integer> deciding =
        different.stream()
            .filter(i -> !expected.equals(answers(litmus, with(needs, machine, i))))
            .toList();
    return Optional.of(
        (deciding.isEmpty() ? different : deciding)
            .stream().map(i -> text(needs, machine, i)).collect(Collectors.joining("; ")));
  }

  private static List<String> answers(Litmus litmus, Settings settings) {
    return LitmusRun.inModel(litmus, settings).stream().map(StepOutcome::model).toList();
  }

  private static Settings with(Settings needs, Settings machine, int i) {
    return needs.with(Settings.NAMES.get(i), machine.values()[i]);
  }

  private static String text(Settings needs, Settings machine, int i) {
    return "its answers are those of %s=%d, and this machine has %d"
        .formatted(Settings.NAMES.get(i), needs.values()[i], machine.values()[i]);
  }
}
