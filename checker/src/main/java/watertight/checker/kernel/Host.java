package watertight.checker.kernel;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watertight.model.linux.Settings;

/**
 * The machine that answers.
 *
 * @param release the kernel's release, such as {@code 6.18.5}
 * @param settings its limits and sysctls
 * @param privilege what the worlds' tasks are
 * @param network whether they share the machine's network namespace
 */
public record Host(String release, Settings settings, Privilege privilege, Network network) {
  /** In which user namespace the worlds are made. */
  public enum Privilege {
    /** The initial one, by root. */
    ROOT,
    /** A new one that maps all ids. */
    WIDE,
    /** A new one that maps one id. */
    SINGLE
  }

  /** Which network namespace worlds have. */
  public enum Network {
    /** That of the executor. */
    SHARED,
    /** Each a fresh one. */
    OWN
  }

  /** The machine in words. */
  public String text() {
    String made =
        switch (privilege) {
          case ROOT -> "as root";
          case WIDE -> "in a user namespace that maps all ids";
          case SINGLE -> "in a user namespace that maps one id";
        };
    String net = network == Network.OWN ? ", each with a network namespace" : "";
    return "Linux %s, worlds made %s%s%s".formatted(release, made, net, others());
  }

  /** The settings that are not the usual ones. */
  private String others() {
    int[] values = settings.values();
    int[] usual = Settings.LINUX_6_18.values();
    return IntStream.range(0, values.length)
        .filter(i -> values[i] != usual[i])
        .mapToObj(i -> "; " + Settings.NAMES.get(i) + "=" + values[i])
        .collect(Collectors.joining());
  }
}
