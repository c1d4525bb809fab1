package watertight.model.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watertight.model.Gate;
import watertight.model.Guard;
import watertight.model.linux.credential.CredGates;
import watertight.model.linux.mount.MountGates;
import watertight.model.linux.namespace.NamespaceChoices;
import watertight.model.linux.namespace.NamespaceGates;
import watertight.model.linux.path.NameGates;
import watertight.model.linux.path.OpenGates;
import watertight.model.linux.path.PathChoices;
import watertight.model.linux.path.PathGates;
import watertight.model.linux.process.ProcessChoices;
import watertight.model.linux.process.ProcessGates;
import watertight.model.linux.signal.SignalChoices;
import watertight.model.linux.signal.SignalGates;
import watertight.model.linux.task.FileGates;
import watertight.model.linux.task.FsGates;
import watertight.model.linux.task.RootChoices;

/** Every guard of the Linux world. */
public final class LinuxGuards {
  private static final List<Guard> ALL =
      Stream.<Guard[]>of(
              PathChoices.values(),
              RootChoices.values(),
              ProcessChoices.values(),
              SignalChoices.values(),
              PathGates.values(),
              OpenGates.values(),
              NameGates.values(),
              FsGates.values(),
              FileGates.values(),
              MountGates.values(),
              CredGates.values(),
              NamespaceChoices.values(),
              NamespaceGates.values(),
              ProcessGates.values(),
              SignalGates.values())
          .flatMap(Stream::of)
          .toList();

  private LinuxGuards() {}

  /** The guards, gates that cannot be taken away included. */
  public static List<Guard> all() {
    return ALL;
  }

  /** The guards that can be taken away. */
  public static List<Guard> removable() {
    List<Guard> removable = new ArrayList<>(ALL);
    removable.removeIf(LinuxGuards::isFixed);
    return removable;
  }

  private static boolean isFixed(Guard guard) {
    return guard instanceof Gate gate && gate.isFixed()
        || guard instanceof SignalChoices choice && choice.isFixed();
  }

  /** The guard with this name. */
  public static Optional<Guard> named(String id) {
    return ALL.stream().filter(guard -> guard.id().equals(id)).findFirst();
  }

  /** The guards that are choices, not refusals, and can be taken away. */
  public static List<Guard> choices() {
    return removable().stream().filter(guard -> !(guard instanceof Gate)).toList();
  }
}
