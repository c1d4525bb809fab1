package watertight.properties.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.Fields;
import watertight.properties.hostcall.RealWorld.Kind;

/** Calls about files, pipes, names and descriptors. */
final class RealFiles {
  private static final long O_RDWR = 2;
  private static final long O_CREAT = 0100;
  private static final long O_EXCL = 0200;
  private static final long O_TRUNC = 01000;
  private static final long O_APPEND = 02000;
  private static final long O_NONBLOCK = 04000;
  private static final long O_DIRECTORY = 0200000;
  private static final long O_NOFOLLOW = 0400000;
  private static final long O_CLOEXEC = 02000000;
  private static final long O_PATH = 010000000;

  private final Draw draw;

  RealFiles(Draw draw) {
    this.draw = draw;
  }

  RealStep open() {
    long flags = draw.one(0L, 1L, O_RDWR, O_RDWR);
    for (long more :
        List.of(O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC, O_PATH)) {
      flags |= draw.once(8) ? more : 0;
    }
    flags |= draw.once(2) ? O_NONBLOCK : 0;
    return Calls.call(CallName.OPEN, Fields.NONE.with(FLAGS, flags), name());
  }

  private long name() {
    return draw.random.nextInt(RealNames.COUNT);
  }

  RealStep stat() {
    return Calls.call(CallName.STAT, Fields.NONE.with(BUF, draw.buffer()), name());
  }

  RealStep readlink() {
    long name = draw.once(3) ? name() : RealNames.LINK;
    return Calls.call(
        CallName.READLINK, Fields.NONE.with(BUF, draw.buffer()).with(COUNT, room(16)), name);
  }

  /** Rather small rooms: most answers do not fit. */
  private long room(int most) {
    return draw.once(6) ? draw.count() : draw.upTo(most);
  }

  /** read, write, getdents. */
  RealStep bytes(CallName name, Kind first, Kind... more) {
    return Calls.call(name, bytes(first, more));
  }

  private Fields bytes(Kind first, Kind... more) {
    return Fields.NONE
        .with(FD, draw.fd(first, more))
        .with(BUF, draw.buffer())
        .with(COUNT, draw.count());
  }

  /** pread, pwrite. */
  RealStep at(CallName name) {
    return Calls.call(name, bytes(Kind.FILE, Kind.PIPE).with(OFFSET, offset()));
  }

  private long offset() {
    return draw.once(6) ? draw.any() : draw.one(0L, 5L, 2990L, 3000L, 4000L);
  }

  RealStep getdents() {
    Fields asked = bytes(Kind.DIRECTORY);
    return Calls.call(CallName.GETDENTS, asked.with(COUNT, draw.once(4) ? draw.count() : room(60)));
  }

  /** Vectors of two buffers, of which one may be empty, and which may overlap. */
  RealStep vectors(CallName name) {
    long buffers = draw.once(8) ? draw.one(0L, 1L, 3L, 1025L, -1L) : 2;
    long second = buffers == 2 ? draw.count() : 0;
    Fields asked =
        Fields.NONE
            .with(FD, draw.fd(Kind.FILE, Kind.PIPE, Kind.SOCKET))
            .with(BUF, draw.buffer())
            .with(IOV0, buffers == 0 ? 0 : draw.count())
            .with(IOV1, second);
    return Calls.call(name, asked, draw.upTo(80), buffers == 3 ? 2 : buffers);
  }

  /** Not on an epoll instance, which cannot seek, and answers as though it could: LIMITS. */
  RealStep lseek() {
    long whence = draw.once(8) ? draw.one(3L, 4L, 77L, -1L) : draw.upTo(2);
    long fd = draw.fd(Kind.FILE, Kind.DIRECTORY, Kind.PIPE, Kind.SOCKET);
    Fields asked =
        Fields.NONE
            .with(FD, draw.world.descriptors(Kind.EPOLL).contains(fd) ? -1 : fd)
            .with(OFFSET, draw.once(3) ? draw.any() : draw.upTo(6000))
            .with(WHENCE, whence);
    return Calls.call(CallName.LSEEK, asked);
  }

  RealStep fcntl() {
    boolean duplicates = draw.once(2);
    Fields asked =
        Fields.NONE
            .with(FD, draw.fd(Kind.FILE, Kind.values()))
            .with(CMD, duplicates ? Constants.F_DUPFD : Constants.F_SETFD)
            .with(MIN, duplicates ? draw.one(0L, draw.upTo(50), 100L, -1L) : draw.upTo(1));
    return Calls.call(CallName.FCNTL, asked);
  }

  RealStep dup2() {
    Fields asked =
        Fields.NONE
            .with(FD, draw.fd(Kind.FILE, Kind.values()))
            .with(NEW, draw.once(10) ? draw.one(100L, -1L) : 3 + draw.upTo(46));
    return Calls.call(CallName.DUP2, asked);
  }

  RealStep pipe() {
    long flags = draw.once(10) ? 1 : draw.one(0L, O_NONBLOCK, O_NONBLOCK | O_CLOEXEC);
    return Calls.call(CallName.PIPE, Fields.NONE.with(FLAGS, flags));
  }

  RealStep getcwd() {
    long size = draw.one(0L, 1L, 64L, 4096L, draw.upTo(40), draw.count());
    return Calls.call(CallName.GETCWD, Fields.NONE.with(BUF, draw.buffer()).with(SIZE, size));
  }

  RealStep sendfile() {
    Fields asked =
        Fields.NONE.with(FD, draw.fd(Kind.FILE)).with(OFFSET, offset()).with(COUNT, draw.count());
    return Calls.call(CallName.SENDFILE, asked, draw.fd(Kind.SOCKET, Kind.PIPE, Kind.FILE));
  }

  RealStep ioctl() {
    Fields asked =
        Fields.NONE
            .with(FD, draw.fd(Kind.PIPE, Kind.SOCKET, Kind.FILE, Kind.DIRECTORY))
            .with(BUF, draw.buffer())
            .with(COUNT, draw.upTo(64));
    return Calls.call(CallName.IOCTL, asked);
  }

  /** Closes one; the first few stay. */
  RealStep close() {
    List<Long> open = new ArrayList<>(draw.world.descriptors(Kind.FILE, Kind.values()));
    open.removeIf(fd -> fd < 3);
    Collections.shuffle(open, draw.random);
    return new RealStep.Deed(HostDeed.CLOSE, List.of(open.isEmpty() ? 99 : open.getFirst()));
  }
}
