package watertight.model;

/**
 * A reference to an object of the model: a dentry, a mount, an open file. Objects of one kind are
 * interchangeable but for what refers to them, so symmetry may number them anew.
 */
public interface Ref {
  /** What sort of object this is; references of different kinds are never equal. */
  Enum<?> kind();

  /** The object's number within its kind, from 0. */
  int id();

  /** The reference to the object of the same kind with another number. */
  Ref withId(int id);

  /** A hash that tells kinds apart: few objects, of many kinds, are the keys of a state. */
  static int hash(Ref ref) {
    return (ref.kind().ordinal() + 1) * 0x9E3779B1 + ref.id();
  }
}
