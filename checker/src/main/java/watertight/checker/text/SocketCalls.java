package watertight.checker.text;

import java.util.Set;
import watertight.model.linux.Syscall;

/** How the calls on sockets are written. */
final class SocketCalls {
  static final CallForm<Syscall.Socketpair> SOCKETPAIR =
      CallForm.of(
          "socketpair",
          a -> new Syscall.Socketpair(),
          Params.word("an address family", "AF_UNIX", Set.of("AF_INET", "AF_INET6", "AF_TIPC")),
          Params.word("a socket type", "SOCK_STREAM", Set.of("SOCK_DGRAM", "SOCK_SEQPACKET")),
          Params.zero("a protocol"),
          Params.out(
              (in, reading) -> {
                readPair(in, reading);
                return null;
              },
              (call, writing) ->
                  writing.out() instanceof Out.Pair(int first, int second)
                      ? "[%d, %d]".formatted(first, second)
                      : "NULL"));

  static final CallForm<Syscall.Sendmsg> SENDMSG =
      CallForm.of(
          "sendmsg",
          a -> {
            MessageText message = a.as(MessageText.class, 1);
            return new Syscall.Sendmsg(a.number(0), message.data(), message.numbers());
          },
          Params.fd(Syscall.Sendmsg::fd),
          Params.simple(
              MessageText::readSent,
              (call, writing) -> MessageText.writeSent(call.data(), call.fds(), writing)),
          Params.zero("flags"));

  static final CallForm<Syscall.Recvmsg> RECVMSG =
      CallForm.of(
          "recvmsg",
          a -> new Syscall.Recvmsg(a.number(0), a.bits(1)),
          Params.fd(Syscall.Recvmsg::fd),
          MessageText.received(),
          Params.zero("flags"));

  private SocketCalls() {}

  private static void readPair(Cursor in, Reading reading) {
    if (TextOut.acceptNothing(in)) {
      return;
    }
    in.expect("[");
    int first = Numbers.within(in, "a descriptor", 0, Integer.MAX_VALUE);
    ObjectText.read(in);
    in.expect(",");
    int second = Numbers.within(in, "a descriptor", 0, Integer.MAX_VALUE);
    ObjectText.read(in);
    in.expect("]");
    reading.out(new Out.Pair(first, second));
  }
}
