package watertight.model.enclave.hostcall.claim;

import static watertight.model.Claim.Check.check;
import static watertight.model.Claim.Twin.twin;

import java.util.List;
import watertight.model.Claim;

/** What a lie does to each call whose answer is used as it comes. */
final class UnshieldedCalls {
  static final List<Claim> ALL =
      List.of(
          broken("brk", 7, "malloc is given the stack as the new end of the heap"),
          broken("mmap", 4, "malloc is given a piece of the stack, and writes to it"),
          broken("munmap", 4, "the caller is told that a mapping is gone by a result that is none"),
          broken("mremap", 4, "a mapping that grows is moved onto the enclave"),
          broken("open", 4, "a file gets the descriptor of another that is open"),
          broken("read", 4, "more bytes are copied into a buffer than it has"),
          broken("write", 4, "the rest of a write is as long as the memory"),
          broken("pread", 4, "more bytes are copied into a buffer than it has"),
          broken("pwrite", 4, "the rest of a write is as long as the memory"),
          broken("readv", 4, "more bytes are copied into buffers than they have together"),
          broken("writev", 4, "the rest of a write is as long as the memory"),
          broken("lseek", 4, "a position is told that was not set"),
          broken("getdents", 4, "the records of a directory do not end where its bytes end"),
          broken("stat", 4, "a size is negative"),
          broken("readlink", 4, "a name is longer than its buffer"),
          broken("fcntl", 4, "a duplicate gets the descriptor of another file"),
          broken("dup2", 4, "a duplicate is elsewhere than was asked"),
          broken("pipe", 4, "both ends of a pipe are one"),
          broken("getcwd", 4, "a name is longer than its buffer"),
          broken("sendfile", 4, "more is sent than was asked"),
          broken("send", 4, "the rest of a send is as long as the memory"),
          broken("recv", 4, "more bytes are copied into a buffer than it has"),
          broken(
              "recvmsg",
              4,
              "the host points into the enclave, whose bytes are taken for a message"),
          broken("accept", 4, "an address is longer than its buffer"),
          broken("getsockopt", 4, "an option is longer than its buffer"),
          broken("poll", 4, "more entries are ready than there are"),
          broken("select", 4, "more descriptors are ready than are marked"),
          broken("epoll-wait", 4, "more events come than there is room for"),
          broken("clock-gettime", 4, "the monotonic clock runs back"),
          broken("nanosleep", 4, "more time remains than was asked for"),
          broken("futex", 4, "more waiters are woken than were asked for"),
          broken("wait4", 4, "a stranger is told to be a child"),
          broken("getpid", 4, "a process is told another number than before"),
          broken("getrandom", 4, "more bytes are copied into a buffer than it has"),
          broken("ioctl", 4, "a length from the host takes more stack than there is"));

  private UnshieldedCalls() {}

  private static Claim broken(String call, int steps, String harm) {
    String name = "iago/unshielded." + call;
    return new Claim(
        name,
        "With nobody to check what the host answers to %s: %s."
            .formatted(call.replace('-', '_'), harm),
        Claim.Expected.BROKEN,
        List.of(),
        List.of(check(name, twin(steps))),
        List.of("Checkoway and Shacham, ASPLOS 2013; man 2 " + call.replace('-', '_')));
  }
}
