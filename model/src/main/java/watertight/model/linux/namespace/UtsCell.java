package watertight.model.linux.namespace;

import watertight.model.Cell;
import watertight.model.Cells;
import watertight.model.Ref;
import watertight.model.Update;
import watertight.model.linux.task.Task;

/** What a UTS namespace holds. */
public record UtsCell(Uts owner) implements Cell<UtsState> {
  @Override
  public UtsCell ownedBy(Ref owner) {
    return new UtsCell((Uts) owner);
  }

  /** Changes the host name. */
  public record SetNodename(String name) implements Update<UtsState> {
    @Override
    public UtsState apply(UtsState uts) {
      return uts.withNodename(name);
    }
  }

  /** Changes the domain name. */
  public record SetDomainname(String name) implements Update<UtsState> {
    @Override
    public UtsState apply(UtsState uts) {
      return uts.withDomainname(name);
    }
  }

  /** That of the namespace that a task is in; of none once it has ended. */
  public static UtsCell of(Cells cells, Task task) {
    return new UtsCell(
        (Uts) cells.view(new NsProxyCell(task), new NsProxyCell.Of(NamespaceType.UTS)));
  }
}
