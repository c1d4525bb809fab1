package watertight.checker.text;

import org.jspecify.annotations.Nullable;

/**
 * How one parameter of a call is read and written.
 *
 * @param <C> the call
 */
interface Param<C> {
  /** The argument here, for {@link Values}; what is to be compared goes to {@code reading}. */
  @Nullable Object read(Cursor in, Reading reading);

  /** The argument of {@code call}; null when it is left out, which only the last may be. */
  @Nullable String write(C call, Writing writing);

  /** Whether the kernel writes it: a call that waits is cut before the first of these. */
  default boolean isOut() {
    return false;
  }

  /** Whether the call may be written without it. */
  default boolean isOptional() {
    return false;
  }

  /** The argument of a call that is written without it, or that never comes back. */
  default @Nullable Object absent() {
    return null;
  }
}
