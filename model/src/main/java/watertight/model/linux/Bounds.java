package watertight.model.linux;

/**
 * How many objects a search may have at once; a call that needs one more is out of scope. Not a
 * limit of the kernel.
 *
 * @param inodes the inodes of stored trees, those of the default world included
 * @param fds the descriptors of one task, 0 to 2 included
 * @param mounts the mounts, those of the default world included
 * @param tasks the tasks
 */
public record Bounds(int inodes, int fds, int mounts, int tasks) {
  /** No bound that a run by hand would reach. */
  public static final Bounds NONE = new Bounds(1 << 20, 1 << 20, 1 << 20, 26);
}
