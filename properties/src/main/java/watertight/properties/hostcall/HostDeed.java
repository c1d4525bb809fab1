package watertight.properties.hostcall;

/**
 * What happens between calls of an enclave on a real kernel, so that calls have something to meet.
 * The executor knows them by their place, behind the calls.
 */
public enum HostDeed {
  /** A descriptor is closed. */
  CLOSE,
  /** A child: it exits, stops, stays, or waits at a futex. */
  FORK,
  /** A pair of sockets, of this type. */
  SOCKETS,
  /** A socket that listens, with these flags, and its number. */
  LISTEN,
  /** A client at the listener of this number, with a name of its own or without. */
  CONNECT,
  /** A message with a descriptor beside it. */
  SEND_CONTROL,
  /** An epoll instance. */
  EPOLL,
  /** At an epoll instance, a descriptor, with a token. */
  REGISTER,
  /** The working directory is removed. */
  LOSE_DIRECTORY
}
