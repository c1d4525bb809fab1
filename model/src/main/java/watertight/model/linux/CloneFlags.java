package watertight.model.linux;

/** The flags of clone that this model knows; man 2 clone. */
public final class CloneFlags {
  public static final long CLONE_FS = 0x200;
  public static final long CLONE_PARENT = 0x8000;

  /** The bits of the exit signal. */
  public static final long CSIGNAL = 0xff;

  /** The exit signal, in the low byte. */
  public static final long SIGCHLD = 17;

  private CloneFlags() {}
}
