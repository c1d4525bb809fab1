package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import watertight.model.linux.Syscall;

/** A message (struct msghdr) with one buffer, and the descriptors that it carries. */
final class MessageText {
  private final Reading reading;
  private @Nullable String data;
  private long length = Params.ROOM;
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Out.Descriptor> fds = new ArrayList<>();

  private MessageText(Reading reading) {
    this.reading = reading;
  }

  String data() {
    return data == null ? "" : data;
  }

  List<Integer> numbers() {
    return numbers;
  }

  /** The message of sendmsg. */
  static MessageText readSent(Cursor in, Reading reading) {
    in.skipBlanks();
    int place = in.at();
    MessageText message = new MessageText(reading);
    message.read(in, message::sent);
    if (message.data == null) {
      throw in.error(place, Cursor.shown(in.since(place)), "a message with msg_iov and iov_base");
    }
    int bytes = message.data.length();
    if (message.length != bytes) {
      throw in.error(place, "iov_len=" + message.length, "iov_len=" + bytes + " for this text");
    }
    return message;
  }

  static String writeSent(String data, List<Integer> fds, Writing writing) {
    return write(
        CText.quoted(data),
        data.length(),
        fds.stream().map(fd -> Params.writeFd(fd, writing)).toList());
  }

  /** The message of recvmsg: how much room there is goes in, all else comes out. */
  static Param<Syscall.Recvmsg> received() {
    return new Param<>() {
      @Override
      public Object read(Cursor in, Reading reading) {
        MessageText message = new MessageText(reading);
        if (!TextOut.acceptNothing(in)) {
          message.read(in, message::received);
        }
        if (message.data != null || !message.fds.isEmpty()) {
          reading.out(new Out.Message(message.data(), message.fds));
        }
        return message.length;
      }

      @Override
      public String write(Syscall.Recvmsg call, Writing writing) {
        return writing.out() instanceof Out.Message(String data, List<Out.Descriptor> fds)
            ? MessageText.write(
                CText.quoted(data),
                call.size(),
                fds.stream()
                    .map(fd -> fd.fd() + fd.object().map(ObjectText::write).orElse(""))
                    .toList())
            : MessageText.write(writing.fails() ? "\"\"" : "NULL", call.size(), List.of());
      }

      @Override
      public boolean isOut() {
        return true;
      }

      @Override
      public Object absent() {
        return Params.ROOM;
      }
    };
  }

  private void read(Cursor in, Consumer<Cursor> descriptor) {
    Consumer<Cursor> number = cursor -> Numbers.bits(cursor, "a number");
    Struct.of("struct msghdr")
        .may("msg_name", cursor -> cursor.expect("NULL"))
        .may("msg_namelen", number)
        .may("msg_iov", cursor -> one(cursor, this::buffer))
        .may("msg_iovlen", number)
        .may("msg_control", cursor -> control(cursor, descriptor))
        .may("msg_controllen", number)
        .may("msg_flags", number)
        .read(in);
  }

  private static void one(Cursor in, Consumer<Cursor> element) {
    in.expect("[");
    element.accept(in);
    in.expect("]");
  }

  private void buffer(Cursor in) {
    Struct.of("struct iovec")
        .must(
            "iov_base",
            cursor -> {
              if (!TextOut.acceptNothing(cursor)) {
                data = Params.whole(cursor, "a text in quotation marks");
              }
            })
        .must("iov_len", cursor -> length = Numbers.bits(cursor, "a number of bytes"))
        .read(in);
  }

  private void control(Cursor in, Consumer<Cursor> descriptor) {
    if (in.acceptWord("NULL")) {
      return;
    }
    one(
        in,
        array ->
            Struct.of("struct cmsghdr")
                .may("cmsg_len", cursor -> Numbers.bits(cursor, "a number"))
                .must("cmsg_level", cursor -> cursor.expect("SOL_SOCKET"))
                .must("cmsg_type", cursor -> cursor.expect("SCM_RIGHTS"))
                .must("cmsg_data", cursor -> one(cursor, list -> listOf(list, descriptor)))
                .read(array));
  }

  private static void listOf(Cursor in, Consumer<Cursor> element) {
    do {
      element.accept(in);
    } while (in.accept(","));
  }

  private void sent(Cursor in) {
    numbers.add(Params.readFd(in, reading));
  }

  private void received(Cursor in) {
    int fd = Numbers.within(in, "a descriptor", 0, Integer.MAX_VALUE);
    Optional<String> object = ObjectText.read(in);
    fds.add(new Out.Descriptor(fd, object));
  }

  private static String write(String base, long length, List<String> fds) {
    String iov = "{msg_iov=[{iov_base=%s, iov_len=%d}]".formatted(base, length);
    return fds.isEmpty()
        ? iov + "}"
        : "%s, msg_control=[{cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[%s]}]}"
            .formatted(iov, String.join(", ", fds));
  }
}
