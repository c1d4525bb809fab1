package watertight.checker.alloy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The plain rules by which names of the project and names in a specification belong together: guard
 * {@code path-must-stay-connected} is the atom {@code PathMustStayConnected}; claim {@code
 * chroot/moved-directory.mount-root} is the predicate {@code moved_directory__mount_root} of module
 * {@code chroot}.
 */
public final class AlloyNames {
  /** The module about charging. */
  static final String CHARGE = "charge";

  /** The module about memory that an enclave asks for. */
  static final String HOSTCALL = "hostcall";

  /** The module about namespaces. */
  static final String NAMESPACE = "namespace";

  /** The module about SGX. */
  static final String SGX = "sgx";

  /** The module about PID namespaces. */
  static final String PID = "pid";

  private AlloyNames() {}

  /** The signature of a guard. */
  public static String signature(String guard) {
    return Arrays.stream(guard.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** The guard of a signature. */
  public static String guard(String signature) {
    return hyphenated(signature, "-");
  }

  /**
   * The module of a claim: its system, but that what is charged is one module, so are namespaces
   * (who enters PID namespaces is told with these), and answers of a host have the name of their
   * machine.
   */
  public static String module(String claim) {
    String system = claim.substring(0, claim.indexOf('/'));
    return switch (system) {
      case "memory", "cgroup", "pids" -> CHARGE;
      case "ns" -> claim.contains("-pid-") ? PID : NAMESPACE;
      case "uts" -> NAMESPACE;
      case "iago" -> HOSTCALL;
      default -> system;
    };
  }

  /** The predicate of a claim. */
  public static String predicate(String claim) {
    return claim.substring(claim.indexOf('/') + 1).replace(".", "__").replace('-', '_');
  }

  /** The predicate that says that a call succeeds, such as {@code clone_fs_ok} for CloneFs. */
  static String success(String call) {
    return hyphenated(call, "_") + "_ok";
  }

  /** An atom without its number. */
  static String kind(String atom) {
    int slash = atom.lastIndexOf('/');
    int dollar = atom.indexOf('$', slash);
    return atom.substring(slash + 1, dollar < 0 ? atom.length() : dollar);
  }

  private static String hyphenated(String camelCase, String hyphen) {
    return camelCase.replaceAll("(?<=.)(?=[A-Z])", hyphen).toLowerCase(Locale.ROOT);
  }
}
