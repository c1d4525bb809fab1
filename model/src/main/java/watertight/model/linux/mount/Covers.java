package watertight.model.linux.mount;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.linux.path.Dentry;

/**
 * The mounts on the dentries of one mount.
 *
 * @param byDentry the mount on each covered dentry
 */
public record Covers(Map<Dentry, Mount> byDentry) implements Referring<Covers> {
  /** Nothing is covered. */
  public static final Covers NONE = new Covers(Map.of());

  public Covers {
    byDentry = Map.copyOf(byDentry);
  }

  @Override
  public void eachRef(Consumer<Ref> visitor) {
    procDentries().forEach(dentry -> visitor.accept(byDentry.get(dentry)));
  }

  @Override
  public void eachKeyed(BiConsumer<Ref, Ref> visitor) {
    byDentry.forEach(
        (dentry, mount) -> {
          if (dentry instanceof Ref key) {
            visitor.accept(key, mount);
          }
        });
  }

  @Override
  public Covers renamed(Renaming renaming) {
    Map<Dentry, Mount> renamed = new HashMap<>();
    byDentry.forEach((dentry, mount) -> renamed.put(dentry.renamed(renaming), renaming.of(mount)));
    return new Covers(renamed);
  }

  /** With a mount on {@code dentry}. */
  public Covers with(Dentry dentry, Mount mount) {
    Map<Dentry, Mount> more = new HashMap<>(byDentry);
    more.put(dentry, mount);
    return new Covers(more);
  }

  /** Without the mount on {@code dentry}. */
  public Covers without(Dentry dentry) {
    Map<Dentry, Mount> fewer = new HashMap<>(byDentry);
    fewer.remove(dentry);
    return new Covers(fewer);
  }

  /** The mounts, by number. */
  public List<Mount> mounts() {
    return byDentry.values().stream().sorted(Comparator.comparing(Mount::id)).toList();
  }

  private List<Dentry> procDentries() {
    return byDentry.keySet().stream()
        .filter(dentry -> !(dentry instanceof Ref))
        .sorted(Comparator.comparing(Dentry::toString))
        .toList();
  }
}
