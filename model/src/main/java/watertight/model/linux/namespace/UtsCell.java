package watertight.model.linux.namespace;

import watertight.model.Cell;
import watertight.model.Ref;
import watertight.model.Update;

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
}
