package watertight.model.linux.task;

import static watertight.model.linux.Errno.EBADF;
import static watertight.model.linux.Errno.EINVAL;
import static watertight.model.linux.Errno.EISDIR;
import static watertight.model.linux.Errno.ENOTSOCK;
import static watertight.model.linux.Errno.EPIPE;

import watertight.model.linux.Errno;
import watertight.model.linux.LinuxGate;

/** The refusals of calls on descriptors. */
public enum FileGates implements LinuxGate {
  /** man 2 close: the descriptor is open. */
  CLOSE_OPEN("close-open", EBADF, true),
  /** man 2 read: the descriptor is open, and for reading. */
  READ_OPEN("read-open", EBADF, true),
  /** man 2 read: a directory. */
  READ_NOT_DIRECTORY("read-not-directory", EISDIR, true),
  /** man 2 read: an object that is unsuitable for reading, such as a namespace (vfs_read). */
  READ_SUPPORTED("read-supported", EINVAL, true),
  /** man 2 sendmsg: the descriptor is open. */
  SEND_OPEN("send-open", EBADF, true),
  /** man 2 sendmsg: it refers to a socket. */
  SEND_SOCKET("send-socket", ENOTSOCK, true),
  /** man 7 unix, SCM_RIGHTS: every descriptor sent along is open (scm_fp_copy). */
  SEND_RIGHTS_OPEN("send-rights-open", EBADF, true),
  /** man 7 unix, SCM_RIGHTS: at most 253 descriptors (SCM_MAX_FD). */
  SEND_RIGHTS_LIMIT("send-rights-limit", EINVAL, false),
  /** man 2 send: the other end is closed; SIGPIPE is not modelled. */
  SEND_PEER_OPEN("send-peer-open", EPIPE, true),
  /** man 2 recvmsg: the descriptor is open. */
  RECEIVE_OPEN("receive-open", EBADF, true),
  /** man 2 recvmsg: it refers to a socket. */
  RECEIVE_SOCKET("receive-socket", ENOTSOCK, true),
  /** The other end was closed with messages unread; said once (unix_release_sock, sock_error). */
  RECEIVE_NOT_RESET("receive-not-reset", Errno.ECONNRESET, false);

  private final Plate plate;

  FileGates(String id, Errno code, boolean fixed) {
    plate = new Plate(id, code, fixed);
  }

  @Override
  public Plate plate() {
    return plate;
  }
}
