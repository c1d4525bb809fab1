package watertight.checker.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.CloneFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CapSet;

/** Writes calls for the executor: number, what is special, what comes back, arguments. */
final class CallWire {
  private static final int MOST = 1 << 17;
  private static final int STAT = 256;
  private static final int UTSNAME = 6 * 65;

  /** The flags of clone that the executor makes. */
  private static final long MADE =
      CloneFlags.CLONE_FS
          | CloneFlags.CLONE_FILES
          | CloneFlags.CLONE_PARENT
          | CloneFlags.CLONE_NEWPID
          | CloneFlags.CLONE_NEWUTS
          | CloneFlags.CLONE_NEWNS
          | CloneFlags.EXIT_SIGNAL;

  private static final int CONTROL = 16 + 4 * 253;

  private enum Special {
    PLAIN,
    SENDMSG,
    RECVMSG,
    CAPSET,
    CLONE,
    EXIT,
    OPENAT2,
    /** Others may take a signal or end by it: they come to rest before anything is looked at. */
    MOVES_OTHERS,
    ACTION
  }

  private enum Back {
    NOTHING,
    OBJECT,
    BYTES,
    STATUS,
    PAIR,
    MESSAGE,
    NAMES,
    WAITED
  }

  private final Wire arguments = new Wire();
  private int count;

  private CallWire() {}

  /** The call. */
  static Wire of(Syscall call, List<Integer> names) throws NotRun {
    return new CallWire().write(call, names);
  }

  private Wire write(Syscall call, List<Integer> names) throws NotRun {
    return switch (call) {
      case Syscall.Open c -> path(c.path()).number(c.flags()).number(c.mode()).object(0, names);
      case Syscall.Openat c ->
          number(c.dirfd()).path(c.path()).number(c.flags()).number(c.mode()).object(1, names);
      case Syscall.Openat2 c ->
          number(c.dirfd())
              .path(c.path())
              .bytes(how(c))
              .number(c.size())
              .head(2, Special.OPENAT2, Back.OBJECT, 0, names);
      case Syscall.Close c -> number(c.fd()).plain(3, names);
      case Syscall.Read c ->
          number(c.fd()).room(c.count()).number(capped(c.count())).text(4, 1, names);
      case Syscall.Mkdir c -> path(c.path()).number(c.mode()).plain(5, names);
      case Syscall.Symlink c -> path(c.target()).path(c.linkpath()).plain(6, names);
      case Syscall.Readlink c ->
          path(c.path()).room(c.size()).number(capped(c.size())).text(7, 1, names);
      case Syscall.Readlinkat c ->
          number(c.dirfd())
              .path(c.path())
              .room(c.size())
              .number(capped(c.size()))
              .text(8, 2, names);
      case Syscall.Rename c -> path(c.from()).path(c.to()).plain(9, names);
      case Syscall.Stat c ->
          path(c.path()).room(STAT).head(10, Special.PLAIN, Back.STATUS, 1, names);
      case Syscall.Lstat c ->
          path(c.path()).room(STAT).head(11, Special.PLAIN, Back.STATUS, 1, names);
      case Syscall.Chdir c -> path(c.path()).plain(12, names);
      case Syscall.Fchdir c -> number(c.fd()).plain(13, names);
      case Syscall.Getcwd c -> room(c.size()).number(capped(c.size())).text(14, 0, names);
      case Syscall.Chroot c -> path(c.path()).plain(15, names);
      case Syscall.Mount c ->
          path(c.source())
              .path(c.target())
              .path(c.type())
              .number(c.flags())
              .number(0)
              .plain(16, names);
      case Syscall.Umount2 c -> path(c.target()).number(c.flags()).plain(17, names);
      case Syscall.Clone c -> {
        if ((c.flags() & ~MADE) != 0 && !isRefused(c.flags())) {
          throw new NotRun("clone with flags that the executor does not make");
        }
        yield number(c.flags()).head(18, Special.CLONE, Back.NOTHING, 0, names);
      }
      case Syscall.Exit c -> number(c.status()).head(19, Special.EXIT, Back.NOTHING, 0, names);
      case Syscall.ExitGroup c -> number(c.status()).head(30, Special.EXIT, names);
      case Syscall.Wait4 c ->
          number(c.pid())
              .room(4)
              .number(c.options())
              .number(0)
              .head(31, Special.MOVES_OTHERS, Back.WAITED, 1, names);
      case Syscall.Getpid c -> plain(32, names);
      case Syscall.Gettid c -> plain(33, names);
      case Syscall.Getppid c -> plain(34, names);
      case Syscall.Getpgid c -> number(c.pid()).plain(35, names);
      case Syscall.Getsid c -> number(c.pid()).plain(36, names);
      case Syscall.Setpgid c ->
          number(c.pid()).number(c.pgid()).head(37, Special.MOVES_OTHERS, names);
      case Syscall.Setsid c -> head(38, Special.MOVES_OTHERS, names);
      case Syscall.Kill c ->
          number(c.pid()).number(c.signal()).head(39, Special.MOVES_OTHERS, names);
      case Syscall.Tgkill c ->
          number(c.tgid()).number(c.tid()).number(c.signal()).head(40, Special.MOVES_OTHERS, names);
      case Syscall.PidfdOpen c -> number(c.pid()).number(c.flags()).plain(45, names);
      case Syscall.PidfdSendSignal c ->
          number(c.pidfd())
              .number(c.signal())
              .number(0)
              .number(c.flags())
              .head(46, Special.MOVES_OTHERS, names);
      case Syscall.RtSigaction c -> action(c).head(41, Special.ACTION, names);
      case Syscall.RtSigprocmask c ->
          number(c.how())
              .bytes(buffer(Long.BYTES).putLong(c.set().bits()).array())
              .number(0)
              .number(Long.BYTES)
              .head(42, Special.MOVES_OTHERS, names);
      case Syscall.Reboot c ->
          number(0xfee1deadL).number(672274793).number(c.command()).head(44, Special.EXIT, names);
      case Syscall.Prctl c -> number(c.option().number()).number(c.argument()).plain(43, names);
      case Syscall.Setresuid c ->
          number(c.ruid()).number(c.euid()).number(c.suid()).plain(20, names);
      case Syscall.Capset c ->
          bytes(ints(0x20080522, 0))
              .bytes(caps(c))
              .head(21, Special.CAPSET, Back.NOTHING, 0, names);
      case Syscall.Socketpair c ->
          number(1).number(1).number(0).room(8).head(22, Special.PLAIN, Back.PAIR, 3, names);
      case Syscall.Sendmsg c -> sendmsg(c, names);
      case Syscall.Recvmsg c ->
          number(c.fd())
              .room(c.size())
              .room(CONTROL)
              .number(capped(c.size()))
              .number(CONTROL)
              .head(24, Special.RECVMSG, Back.MESSAGE, 0, names);
      case Syscall.Unshare c -> number(c.flags()).plain(25, names);
      case Syscall.Setns c -> number(c.fd()).number(c.type()).plain(26, names);
      case Syscall.Sethostname c ->
          name(c.nodename(), c.length()).number(c.length()).plain(27, names);
      case Syscall.Setdomainname c ->
          name(c.domainname(), c.length()).number(c.length()).plain(28, names);
      case Syscall.Uname c ->
          c.address()
              ? room(UTSNAME).head(29, Special.PLAIN, Back.NAMES, 0, names)
              : number(0).plain(29, names);
    };
  }

  /** Threads, and memory that is shared, are not made: but for flags that no kernel takes. */
  private static boolean isRefused(long flags) {
    boolean thread = (flags & CloneFlags.CLONE_THREAD) != 0;
    boolean handlers = (flags & CloneFlags.CLONE_SIGHAND) != 0;
    boolean memory = (flags & CloneFlags.CLONE_VM) != 0;
    boolean known =
        (flags & ~(MADE | CloneFlags.CLONE_THREAD | CloneFlags.CLONE_SIGHAND | CloneFlags.CLONE_VM))
            == 0;
    return known
        && (thread && !handlers
            || handlers && !memory
            || thread && (flags & CloneFlags.CLONE_NEWPID) != 0);
  }

  private Wire sendmsg(Syscall.Sendmsg c, List<Integer> names) {
    byte[] data = c.data().getBytes(StandardCharsets.ISO_8859_1);
    int length = 16 + 4 * c.fds().size();
    ByteBuffer control = buffer((length + 7) / 8 * 8).putLong(length).putInt(1).putInt(1);
    c.fds().forEach(control::putInt);
    return number(c.fd())
        .bytes(data)
        .bytes(control.array())
        .number(data.length)
        .number(c.fds().isEmpty() ? 0 : control.capacity())
        .head(23, Special.SENDMSG, Back.NOTHING, 0, names);
  }

  /** struct sigaction; the executor puts its own handler where 2 stands. */
  private CallWire action(Syscall.RtSigaction c) {
    ByteBuffer action = buffer(4 * Long.BYTES).putLong(c.disposition().ordinal());
    return number(c.signal()).bytes(action.putLong(c.flags()).array()).number(0).number(Long.BYTES);
  }

  private Wire head(int number, Special special, List<Integer> names) {
    return head(number, special, Back.NOTHING, 0, names);
  }

  private Wire plain(int number, List<Integer> names) {
    return head(number, Special.PLAIN, Back.NOTHING, 0, names);
  }

  private Wire object(int number, List<Integer> names) {
    return head(number, Special.PLAIN, Back.OBJECT, 0, names);
  }

  private Wire text(int number, int at, List<Integer> names) {
    return head(number, Special.PLAIN, Back.BYTES, at, names);
  }

  private Wire head(int number, Special special, Back back, int at, List<Integer> names) {
    Wire wire = new Wire().u8(number).u8(special.ordinal()).u8(back.ordinal()).u8(at);
    wire.u8(names.size());
    names.forEach(wire::i32);
    return wire.u8(count).all(arguments);
  }

  private CallWire number(long value) {
    arguments.u8(0).i64(value);
    count++;
    return this;
  }

  private CallWire bytes(byte[] bytes) {
    arguments.u8(1).text(bytes);
    count++;
    return this;
  }

  private CallWire path(@Nullable String path) {
    return path == null ? number(0) : bytes(path.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A name with zero bytes behind it, as many as the call may take. */
  private CallWire name(@Nullable String name, int length) {
    if (name == null) {
      return number(0);
    }
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return bytes(Arrays.copyOf(bytes, Math.max(bytes.length, Math.min(length, UTSNAME))));
  }

  private CallWire room(long size) {
    arguments.u8(2).i64(Math.max(0, capped(size)));
    count++;
    return this;
  }

  private static long capped(long size) {
    return Math.min(size, MOST);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ints(int... values) {
    ByteBuffer buffer = buffer(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  private static byte[] how(Syscall.Openat2 c) {
    int size = (int) Math.max(Syscall.OpenHow.SIZE + 8, Math.min(c.size(), 1 << 14));
    ByteBuffer buffer =
        buffer(size).putLong(c.how().flags()).putLong(c.how().mode()).putLong(c.how().resolve());
    if (!c.how().tailIsZero()) {
      buffer.put((byte) 1);
    }
    return buffer.array();
  }

  private static byte[] caps(Syscall.Capset c) {
    CapSet[] sets = {c.effective(), c.permitted(), c.inheritable()};
    int[] words = new int[6];
    for (int i = 0; i < 3; i++) {
      words[i] = (int) sets[i].bits();
      words[3 + i] = (int) (sets[i].bits() >>> 32);
    }
    return ints(words);
  }
}
