package watertight.model.linux.signal;

/**
 * What a handler is told of who sent the signal (siginfo_t). Of sends to a group, and of those that
 * the kernel makes, nothing is kept: LIMITS.
 *
 * @param told whether anything is known
 * @param pid si_pid: the sender's number in the receiver's PID namespace, 0 when it has none there
 * @param uid si_uid: the sender's real user id
 */
public record Sender(boolean told, int pid, int uid) {
  /** Nothing is known. */
  public static final Sender UNTOLD = new Sender(false, 0, 0);

  /** A task that sent to one process. */
  public static Sender of(int pid, int uid) {
    return new Sender(true, pid, uid);
  }
}
