package watertight.model.linux.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Referring;
import watertight.model.Renaming;
import watertight.model.View;
import watertight.model.linux.namespace.MountNamespace;

/** The mount namespaces beside the world's own, in the order in which they were made. */
public record CopiedNamespacesCell() implements Cell<CopiedNamespacesCell.Copied> {
  /**
   * The namespaces.
   *
   * @param list those that are held by a task or a descriptor
   */
  public record Copied(List<MountNamespace> list) implements Referring<Copied> {
    public Copied {
      list = List.copyOf(list);
    }

    @Override
    public void eachRef(Consumer<Ref> visitor) {
      list.forEach(visitor);
    }

    @Override
    public Copied renamed(Renaming renaming) {
      return new Copied(list.stream().map(renaming::of).toList());
    }

    /** With one more. */
    public Copied with(MountNamespace namespace) {
      List<MountNamespace> more = new ArrayList<>(list);
      more.add(namespace);
      return new Copied(more);
    }

    /** With one fewer. */
    public Copied without(MountNamespace namespace) {
      return new Copied(list.stream().filter(one -> !one.equals(namespace)).toList());
    }
  }

  /** Whether there is none. */
  public record None() implements View<Copied, Boolean> {
    @Override
    public Boolean of(Copied copied) {
      return copied.list().isEmpty();
    }
  }

  @Override
  public Copied absent() {
    return new Copied(List.of());
  }
}
