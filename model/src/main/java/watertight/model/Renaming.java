package watertight.model;

/** New numbers for objects: a bijection on the references of each kind. */
@FunctionalInterface
public interface Renaming {
  /** The reference that stands for {@code ref} after the renaming. */
  Ref rename(Ref ref);

  /** As {@link #rename}, typed: a renaming keeps the kind, and with it the class. */
  @SuppressWarnings("unchecked")
  default <R extends Ref> R of(R ref) {
    return ref == null ? null : (R) rename(ref);
  }
}
