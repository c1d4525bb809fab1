package watertight.model.linux.mount;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.View;
import watertight.model.linux.namespace.MountNamespace;
import watertight.model.linux.path.Dentry;
import watertight.model.linux.path.Path;

/** A mount's state. */
public record MountCell(Mount owner) implements Cell<MountState> {
  @Override
  public MountCell ownedBy(Ref owner) {
    return new MountCell((Mount) owner);
  }

  /** The dentry at the top of a mount. */
  public record Root() implements View<MountState, Dentry> {
    @Override
    public Dentry of(MountState mount) {
      return mount.root();
    }
  }

  /** Where a mount is mounted, or null at the root of a mount tree. */
  public record MountedOn() implements View<MountState, Path> {
    @Override
    public Path of(MountState mount) {
      return mount.parent() == null ? null : new Path(mount.parent(), mount.mountpoint());
    }
  }

  /** Whether links are not followed on a mount. */
  public record Nosymfollow() implements View<MountState, Boolean> {
    @Override
    public Boolean of(MountState mount) {
      return mount.nosymfollow();
    }
  }

  /** Whether a mount is in this mount namespace. */
  public record In(MountNamespace namespace) implements View<MountState, Boolean> {
    @Override
    public Boolean of(MountState mount) {
      return namespace.equals(mount.namespace());
    }
  }

  /** Whether a mount is in a mount namespace. */
  public record Attached() implements View<MountState, Boolean> {
    @Override
    public Boolean of(MountState mount) {
      return mount.attached();
    }
  }
}
