package watertight.checker.report;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import watertight.checker.kernel.Host;
import watertight.model.linux.Settings;

/** The machine that answered, as the same fields wherever a kernel was asked. */
final class HostJson {
  private HostJson() {}

  /** Adds the release, how worlds were made, and limits and sysctls; null where nobody answered. */
  static void put(ObjectNode object, Optional<Host> host) {
    Json.putOrNull(object, "kernel", host.map(Host::release));
    Json.putOrNull(
        object, "privilege", host.map(one -> one.privilege().name().toLowerCase(Locale.ROOT)));
    if (host.isEmpty()) {
      object.putNull("settings");
      return;
    }
    ObjectNode settings = object.putObject("settings");
    int[] values = host.get().settings().values();
    for (int i = 0; i < values.length; i++) {
      settings.put(Settings.NAMES.get(i), values[i]);
    }
  }
}
