package watertight.properties.hostcall;

import static watertight.properties.hostcall.RealSockets.SOCK_DGRAM;
import static watertight.properties.hostcall.RealSockets.SOCK_NONBLOCK;
import static watertight.properties.hostcall.RealSockets.SOCK_STREAM;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.RandomGenerator;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.properties.hostcall.RealWorld.Kind;

/**
 * Draws what an enclave asks a real kernel, one step after the other: each call with a shield, and
 * what must happen between calls so that they have something to meet. What is drawn knows what was
 * answered before, and nothing of which checks are made.
 */
public final class RealSteps {
  private static final int DEEDS_IN = 8;
  private static final int GENERATOR_SIZE = 1000;

  private final Random random;
  private final RealFiles files;
  private final RealMemory memory;
  private final RealSockets sockets;
  private final RealWaits waits;
  private int step;

  /**
   * Steps in a world.
   *
   * @param numbers see {@link #numbers}
   */
  public RealSteps(RealWorld world, Random random, RandomGenerator<Long> numbers) {
    this.random = random;
    Draw draw = new Draw(world, random, numbers);
    this.files = new RealFiles(draw);
    this.memory = new RealMemory(draw);
    this.sockets = new RealSockets(draw);
    this.waits = new RealWaits(draw);
  }

  /** Numbers of 64 bits with their edge cases; to be made in a session of jqwik. */
  public static RandomGenerator<Long> numbers() {
    return Arbitraries.longs().generator(GENERATOR_SIZE, true);
  }

  /** The next one: first those with which every run starts. */
  public RealStep next() {
    List<RealStep> start = start();
    if (step < start.size()) {
      return start.get(step++);
    }
    return random.nextInt(DEEDS_IN) == 0
        ? deed()
        : call(CallName.values()[random.nextInt(CallName.values().length)]);
  }

  private static List<RealStep> start() {
    return List.of(
        Calls.call(CallName.BRK, Fields.NONE, 0),
        Calls.call(CallName.OPEN, Fields.NONE.with(Field.FLAGS, 2), RealNames.FILE),
        Calls.call(CallName.OPEN, Fields.NONE, RealNames.DIRECTORY),
        Calls.call(CallName.PIPE, Fields.NONE.with(Field.FLAGS, 04000)),
        Calls.call(CallName.PIPE, Fields.NONE),
        RealSockets.deed(HostDeed.SOCKETS, SOCK_STREAM | SOCK_NONBLOCK),
        RealSockets.deed(HostDeed.SOCKETS, SOCK_DGRAM | SOCK_NONBLOCK),
        RealSockets.deed(HostDeed.LISTEN, SOCK_NONBLOCK, 0L),
        RealSockets.deed(HostDeed.EPOLL));
  }

  private RealStep deed() {
    return switch (HostDeed.values()[random.nextInt(HostDeed.values().length)]) {
      case CLOSE -> files.close();
      case FORK -> waits.fork();
      case SOCKETS -> sockets.sockets();
      case LISTEN -> sockets.listen();
      case CONNECT -> sockets.connect();
      case SEND_CONTROL -> sockets.sendControl();
      case EPOLL -> RealSockets.deed(HostDeed.EPOLL);
      case REGISTER -> waits.register();
      case LOSE_DIRECTORY ->
          random.nextInt(DEEDS_IN) == 0 ? RealSockets.deed(HostDeed.LOSE_DIRECTORY) : files.close();
    };
  }

  private RealStep call(CallName name) {
    return switch (name) {
      case BRK -> memory.brk();
      case MMAP -> memory.mmap();
      case MUNMAP -> memory.munmap();
      case MREMAP -> memory.mremap();
      case OPEN -> files.open();
      case READ, WRITE ->
          files.bytes(name, Kind.FILE, Kind.PIPE, Kind.SOCKET, Kind.DIRECTORY, Kind.FIFO);
      case PREAD, PWRITE -> files.at(name);
      case READV, WRITEV -> files.vectors(name);
      case LSEEK -> files.lseek();
      case GETDENTS -> files.getdents();
      case STAT -> files.stat();
      case READLINK -> files.readlink();
      case FCNTL -> files.fcntl();
      case DUP2 -> files.dup2();
      case PIPE -> files.pipe();
      case GETCWD -> files.getcwd();
      case SENDFILE -> files.sendfile();
      case SEND -> sockets.send();
      case RECV -> random.nextBoolean() ? sockets.recv() : sockets.send();
      case RECVMSG -> sockets.recvmsg();
      case ACCEPT -> sockets.accept();
      case GETSOCKOPT -> sockets.getsockopt();
      case POLL -> waits.poll();
      case SELECT -> waits.select();
      case EPOLL_WAIT -> waits.epollWait();
      case CLOCK_GETTIME -> waits.clockGettime();
      case NANOSLEEP -> waits.nanosleep();
      case FUTEX -> waits.futex();
      case WAIT4 -> waits.wait4();
      case GETPID -> waits.getpid();
      case GETRANDOM -> waits.getrandom();
      case IOCTL -> files.ioctl();
    };
  }
}
