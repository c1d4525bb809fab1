package watertight.properties.hostcall;

import watertight.properties.hostcall.RealWorld.Kind;

/** The names in the executor's directory, by the numbers with which calls give them. */
final class RealNames {
  static final long FILE = 0;
  static final long EMPTY = 1;
  static final long DIRECTORY = 2;
  static final long LINK = 3;
  static final long FIFO = 6;
  static final long NEW = 10;

  /** Those above, and: a loop, one that is missing, one below a file, a secret, a link to none. */
  static final int COUNT = 12;

  private RealNames() {}

  static Kind kind(long name) {
    return name == DIRECTORY ? Kind.DIRECTORY : name == FIFO ? Kind.FIFO : Kind.FILE;
  }
}
