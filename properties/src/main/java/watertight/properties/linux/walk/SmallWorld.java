package watertight.properties.linux.walk;

import java.util.Optional;

/**
 * A small tree, perhaps with one bind mount, and where a task stands in it.
 *
 * @param tree the tree
 * @param bind the bind mount, if there is one
 * @param root the task's root directory
 * @param cwd the task's working directory
 */
public record SmallWorld(SmallTree tree, Optional<Bind> bind, Place root, Place cwd) {
  /**
   * A bind mount.
   *
   * @param from the directory that it shows
   * @param to the directory that it covers
   */
  public record Bind(String from, String to) {}

  /**
   * A directory of the tree, seen through a mount. A task can stand in a directory that is covered
   * by a mount, and in one that was moved out of its mount since.
   *
   * @param throughBind whether it is seen through the bind mount
   * @param directory the directory's name in the tree
   */
  public record Place(boolean throughBind, String directory) {
    @Override
    public String toString() {
      return directory + (throughBind ? " through the bind mount" : "");
    }
  }

  /** Whether a directory is another or below it, by name. */
  static boolean isBelow(String directory, String above) {
    return above.equals("/") || directory.equals(above) || directory.startsWith(above + "/");
  }
}
