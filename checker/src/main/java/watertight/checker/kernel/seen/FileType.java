package watertight.checker.kernel.seen;

import watertight.model.linux.path.Body;

/** The file type bits of st_mode; man 7 inode. */
public final class FileType {
  private FileType() {}

  /** The bits of what an inode is. */
  public static int bits(Body body) {
    return switch (body) {
      case Body.Directory directory -> 0040000;
      case Body.Regular file -> 0100000;
      case Body.NamespaceFile file -> 0100000;
      case Body.Symlink link -> 0120000;
      case Body.MagicLink link -> 0120000;
      case Body.Fifo fifo -> 0010000;
      case Body.SocketName name -> 0140000;
      case Body.Device device -> device.block() ? 0060000 : 0020000;
    };
  }

  /** The bits of a type that the model names, such as {@code S_IFDIR}. */
  public static int bits(String type) {
    return switch (type) {
      case "S_IFDIR" -> 0040000;
      case "S_IFREG" -> 0100000;
      case "S_IFLNK" -> 0120000;
      case "S_IFIFO" -> 0010000;
      case "S_IFSOCK" -> 0140000;
      case "S_IFBLK" -> 0060000;
      case "S_IFCHR" -> 0020000;
      default -> throw new IllegalArgumentException("no file type " + type);
    };
  }
}
