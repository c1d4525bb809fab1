package watertight.model.enclave.hostcall;

import static watertight.model.enclave.hostcall.Field.*;

/**
 * The code of the enclave that uses an answer. It believes what it is given: without it no lie does
 * harm.
 *
 * @param words how large words are
 */
record Consumer(Words words) {
  /** What is touched once {@code call} was answered so. */
  Use use(HostCall call, Fields answer, Remembered knew) {
    long ret = answer.get(RET);
    if (call.name() != CallName.BRK && words.isError(ret)) {
      return Use.NOTHING;
    }
    return switch (call.name()) {
      case BRK -> grows(call, ret, knew);
      case MMAP, MREMAP -> Use.writes(ret, call.argument(SIZE));
      case READ, PREAD, READLINK, GETCWD, GETRANDOM, GETDENTS, READV, RECV ->
          Use.writes(call.argument(BUF), copied(answer));
      case RECVMSG -> message(call, answer);
      case WRITE, PWRITE -> goesOn(call, call.argument(COUNT), ret);
      case SEND -> goesOn(call, call.argument(SIZE), ret);
      case WRITEV -> goesOn(call, call.vectors(), ret);
      case ACCEPT ->
          Use.writes(
              call.argument(BUF), answer.has(COPIED) ? answer.get(COPIED) : answer.get(ADDRLEN));
      case GETSOCKOPT -> Use.writes(call.argument(BUF), answer.get(OPTLEN));
      case POLL -> handles(call, ret, marked(call, answer));
      case SELECT -> handles(call, ret, Long.bitCount(answer.get(SET)));
      case EPOLL_WAIT -> dispatches(call, answer);
      case IOCTL -> takesFromStack(call, answer.get(VALUE));
      case MUNMAP,
          OPEN,
          LSEEK,
          STAT,
          FCNTL,
          DUP2,
          PIPE,
          SENDFILE,
          CLOCK_GETTIME,
          NANOSLEEP,
          FUTEX,
          WAIT4,
          GETPID ->
          Use.NOTHING;
    };
  }

  /** memcpy(buf, bounce, ret). */
  private static long copied(Fields answer) {
    return answer.has(COPIED) ? answer.get(COPIED) : answer.get(RET);
  }

  /** malloc as the C library does it: what is new below the break is memory to write to. */
  private Use grows(HostCall call, long ret, Remembered knew) {
    long asked = asked(words, call, knew);
    if (knew.breakAt().isEmpty() || call.argument(GROW) == 0 || Words.below(ret, asked)) {
      return Use.NOTHING;
    }
    return Use.writes(knew.breakAt().getAsLong(), call.argument(GROW));
  }

  /** The break that a call of brk asks for; 0 for none. */
  static long asked(Words words, HostCall call, Remembered knew) {
    return call.argument(GROW) == 0
        ? call.argument(ADDR)
        : words.plus(knew.breakAt().orElse(0), call.argument(GROW));
  }

  /** while (left) { n = write(fd, p, left); p += n; left -= n; }: the next turn of the loop. */
  private Use goesOn(HostCall call, long given, long ret) {
    return Use.takes(words.plus(call.argument(BUF), ret), words.word(given - ret));
  }

  /** Copies the bytes from where the host says they are, and walks the control messages. */
  private Use message(HostCall call, Fields answer) {
    Use bytes = Use.writes(call.argument(BUF), copied(answer));
    Use from = answer.has(PTR) ? Use.takes(answer.get(PTR), copied(answer)) : Use.NOTHING;
    Use control = Use.writes(call.argument(CONTROL), answer.get(CONTROLLEN));
    Use walked = Use.writes(call.argument(CONTROL), answer.get(CMSG_LEN));
    return bytes.and(from).and(control).and(walked);
  }

  /** The first entry if it is marked, and whichever others there are. */
  private static long marked(HostCall call, Fields answer) {
    return call.argument(NFDS) - (answer.get(REVENTS0) == 0 ? 1 : 0);
  }

  /** for (i = 0; handled < ret; i++): clears each entry that is ready, wherever the next may be. */
  private Use handles(HostCall call, long ret, long ready) {
    return Words.below(ready, ret)
        ? Use.writes(call.argument(BUF), words.plus(call.argument(NFDS), ret - ready))
        : Use.writes(call.argument(BUF), call.argument(NFDS));
  }

  /** for (i = 0; i < ret; i++) *events[i].data.ptr = ready. */
  private Use dispatches(HostCall call, Fields answer) {
    Use events = Use.writes(call.argument(BUF), answer.get(RET));
    return answer.get(RET) == 0 || !answer.has(DATA0)
        ? events
        : events.and(Use.writes(answer.get(DATA0), 1));
  }

  /** char bytes[n]: the stack grows down from the end of the room. */
  private Use takesFromStack(HostCall call, long n) {
    long top = words.plus(call.argument(BUF), call.argument(COUNT));
    return Use.writes(words.word(top - n), n);
  }
}
