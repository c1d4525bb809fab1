package watertight.model.linux.path;

/** What an inode is, with what only that sort has. */
public sealed interface Body {
  /**
   * A directory.
   *
   * @param dead whether it was removed; nothing can be made in it any more (S_DEAD)
   */
  record Directory(boolean dead) implements Body {}

  /**
   * A regular file.
   *
   * @param content its bytes, as text
   */
  record Regular(String content) implements Body {}

  /**
   * A symbolic link.
   *
   * @param target its text, never empty
   */
  record Symlink(String target) implements Body {}

  /** A link of procfs that names an object, not a text. */
  record MagicLink() implements Body {}

  /** A namespace, as nsfs shows it: a file without content. */
  record NamespaceFile() implements Body {}

  /** A named pipe. */
  record Fifo() implements Body {}

  /** The name of a UNIX socket. */
  record SocketName() implements Body {}

  /**
   * A device node.
   *
   * @param block whether it is a block device
   * @param major the driver
   * @param minor which of the driver's devices
   */
  record Device(boolean block, int major, int minor) implements Body {}

  /** The file type bits of st_mode, by the manual's name; man 7 inode. */
  default String type() {
    return switch (this) {
      case Directory d -> "S_IFDIR";
      case Regular r -> "S_IFREG";
      case NamespaceFile n -> "S_IFREG";
      case Symlink s -> "S_IFLNK";
      case MagicLink m -> "S_IFLNK";
      case Fifo f -> "S_IFIFO";
      case SocketName s -> "S_IFSOCK";
      case Device d -> d.block() ? "S_IFBLK" : "S_IFCHR";
    };
  }

  /** Whether it is a link of either sort. */
  default boolean isLink() {
    return this instanceof Symlink || this instanceof MagicLink;
  }
}
