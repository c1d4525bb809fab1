package watertight.model.charge;

/** A control group, and with it the page counter that it has. */
public record Group(int id) {
  @Override
  public String toString() {
    return "g" + id;
  }
}
