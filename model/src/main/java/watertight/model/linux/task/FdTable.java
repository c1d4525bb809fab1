package watertight.model.linux.task;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;

/**
 * A task's descriptors.
 *
 * @param files the open file description behind each number
 */
public record FdTable(SortedMap<Integer, OpenFile> files) implements Referring<FdTable> {
  /** No descriptor is open. */
  public static final FdTable NONE = new FdTable(Collections.emptySortedMap());

  public FdTable {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  @Override
  public void eachRef(Consumer<Ref> visitor) {
    files.values().forEach(visitor);
  }

  @Override
  public FdTable renamed(Renaming renaming) {
    SortedMap<Integer, OpenFile> renamed = new TreeMap<>();
    files.forEach((fd, file) -> renamed.put(fd, renaming.of(file)));
    return new FdTable(renamed);
  }

  /** The lowest number that is not open. */
  public int lowestFree() {
    int fd = 0;
    while (files.containsKey(fd)) {
      fd++;
    }
    return fd;
  }

  /** With {@code fd} open. */
  public FdTable with(int fd, OpenFile file) {
    SortedMap<Integer, OpenFile> more = new TreeMap<>(files);
    more.put(fd, file);
    return new FdTable(more);
  }

  /** Without {@code fd}. */
  public FdTable without(int fd) {
    SortedMap<Integer, OpenFile> fewer = new TreeMap<>(files);
    fewer.remove(fd);
    return new FdTable(fewer);
  }
}
