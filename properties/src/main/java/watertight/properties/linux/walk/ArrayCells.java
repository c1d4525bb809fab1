package watertight.properties.linux.walk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Update;
import watertight.model.View;
import watertight.model.linux.credential.CredCell;
import watertight.model.linux.mount.CoversCell;
import watertight.model.linux.mount.MountCell;
import watertight.model.linux.path.ChildrenCell;
import watertight.model.linux.path.DentryCell;
import watertight.model.linux.path.InodeCell;
import watertight.model.linux.task.FsCell;
import watertight.model.linux.task.TaskCell;

/**
 * A state that is read far more often than written: what a path walk reads lies in arrays by the
 * number of the object.
 */
final class ArrayCells implements Cells {
  private final Column inodes = new Column();
  private final Column dentries = new Column();
  private final Column children = new Column();
  private final Column covers = new Column();
  private final Column mounts = new Column();
  private final Column creds = new Column();
  private final Column tasks = new Column();
  private final Column fs = new Column();
  private final Map<Cell<?>, Object> others = new HashMap<>();

  /** The cells of one sort. */
  private static final class Column {
    private @Nullable Object[] values = new Object[16];

    @Nullable Object get(int id) {
      return id < values.length ? values[id] : null;
    }

    void set(int id, @Nullable Object value) {
      if (id >= values.length) {
        values = Arrays.copyOf(values, Math.max(id + 1, 2 * values.length));
      }
      values[id] = value;
    }
  }

  /** A chain of tests, the most frequent sort first: faster than a switch over patterns. */
  private @Nullable Object stored(Cell<?> cell) {
    if (cell instanceof InodeCell c) {
      return inodes.get(c.owner().id());
    }
    if (cell instanceof DentryCell c) {
      return dentries.get(c.owner().id());
    }
    if (cell instanceof CoversCell c) {
      return covers.get(c.owner().id());
    }
    if (cell instanceof CredCell c) {
      return creds.get(c.task().index());
    }
    if (cell instanceof ChildrenCell c) {
      return children.get(c.owner().id());
    }
    if (cell instanceof MountCell c) {
      return mounts.get(c.owner().id());
    }
    if (cell instanceof TaskCell c) {
      return tasks.get(c.task().index());
    }
    if (cell instanceof FsCell c) {
      return fs.get(c.owner().id());
    }
    return others.get(cell);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T get(Cell<T> cell) {
    Object value = stored(cell);
    return value == null ? cell.absent() : (T) value;
  }

  @Override
  public <T, V> V view(Cell<T> cell, View<T, V> view) {
    return view.of(get(cell));
  }

  @Override
  public <T> void set(Cell<T> cell, T value) {
    switch (cell) {
      case InodeCell c -> inodes.set(c.owner().id(), value);
      case DentryCell c -> dentries.set(c.owner().id(), value);
      case CoversCell c -> covers.set(c.owner().id(), value);
      case CredCell c -> creds.set(c.task().index(), value);
      case ChildrenCell c -> children.set(c.owner().id(), value);
      case MountCell c -> mounts.set(c.owner().id(), value);
      case TaskCell c -> tasks.set(c.task().index(), value);
      case FsCell c -> fs.set(c.owner().id(), value);
      default -> others.put(cell, value);
    }
  }

  @Override
  public <T> void update(Cell<T> cell, Update<T> update) {
    set(cell, update.apply(get(cell)));
  }
}
