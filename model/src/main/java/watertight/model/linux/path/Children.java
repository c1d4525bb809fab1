package watertight.model.linux.path;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/**
 * The entries of a directory, but for {@code .} and {@code ..}.
 *
 * @param byName the dentry behind each name
 */
public record Children(SortedMap<String, TreeDentry> byName) implements Referring<Children> {
  /** No entries. */
  public static final Children NONE = new Children(Collections.emptySortedMap());

  public Children {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  @Override
  public void eachRef(Consumer<Ref> visitor) {
    byName.values().forEach(visitor);
  }

  @Override
  public Children renamed(Renaming renaming) {
    SortedMap<String, TreeDentry> renamed = new TreeMap<>();
    byName.forEach((name, dentry) -> renamed.put(name, renaming.of(dentry)));
    return new Children(renamed);
  }

  /** These entries and one more, which replaces one of the same name. */
  public Children with(String name, TreeDentry dentry) {
    SortedMap<String, TreeDentry> more = new TreeMap<>(byName);
    more.put(name, dentry);
    return new Children(more);
  }

  /** These entries but for one. */
  public Children without(String name) {
    SortedMap<String, TreeDentry> fewer = new TreeMap<>(byName);
    fewer.remove(name);
    return new Children(fewer);
  }
}
