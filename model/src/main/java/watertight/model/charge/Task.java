package watertight.model.charge;

/** A task that charges, gives back or sets limits. */
public record Task(int id) {
  @Override
  public String toString() {
    return "t" + id;
  }
}
