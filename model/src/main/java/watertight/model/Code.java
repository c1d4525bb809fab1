package watertight.model;

/** What a refusal says: an errno, an SGX error, a fault. Machines differ. */
public interface Code {
  /** The code's name as the manual writes it, such as {@code EPERM}. */
  String name();
}
