package watertight.checker.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watertight.model.linux.Syscall;

/** The struct utsname of uname; {@code NULL} or another address is one where nothing can be. */
final class NamesOut {
  private static final String SYSTEM = "Linux";

  private Optional<Out> nodename = Optional.empty();
  private Optional<Out> domainname = Optional.empty();

  private NamesOut() {}

  /** The parameter: whether there is room, and the fields that are compared. */
  static Param<Syscall.Uname> param() {
    return new Param<>() {
      @Override
      public Object read(Cursor in, Reading reading) {
        if (TextOut.acceptNothing(in)) {
          return false;
        }
        reading.out(NamesOut.read(in));
        return true;
      }

      @Override
      public String write(Syscall.Uname call, Writing writing) {
        if (!call.address()) {
          return "NULL";
        }
        return writing.out() instanceof Out.Names names ? NamesOut.write(names) : "{}";
      }

      @Override
      public boolean isOut() {
        return true;
      }

      @Override
      public Object absent() {
        return true;
      }
    };
  }

  private static Out read(Cursor in) {
    NamesOut fields = new NamesOut();
    Struct.of("struct utsname")
        .may("sysname", NamesOut::system)
        .may("nodename", cursor -> fields.nodename = Optional.of(text(cursor)))
        .may("domainname", cursor -> fields.domainname = Optional.of(text(cursor)))
        .later("release", "version", "machine")
        .end("...", cursor -> cursor.expect("..."))
        .read(in);
    boolean empty = fields.nodename.isEmpty() && fields.domainname.isEmpty();
    return empty ? new Out.Nothing() : new Out.Names(fields.nodename, fields.domainname);
  }

  private static void system(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    if (!Params.whole(in, "\"" + SYSTEM + "\"").equals(SYSTEM)) {
      throw in.error(place, Cursor.shown(in.since(place)), "\"" + SYSTEM + "\"");
    }
  }

  private static Out text(Cursor in) {
    return in.accept("@")
        ? new Out.BoundText(Steps.bound(in))
        : new Out.Text(Params.whole(in, "a name in quotation marks, or @name"));
  }

  private static String write(Out.Names names) {
    List<String> fields = new ArrayList<>();
    fields.add("sysname=\"" + SYSTEM + "\"");
    names.nodename().ifPresent(text -> fields.add("nodename=" + write(text)));
    names.domainname().ifPresent(text -> fields.add("domainname=" + write(text)));
    return "{" + String.join(", ", fields) + "}";
  }

  private static String write(Out text) {
    return text instanceof Out.BoundText(String name)
        ? "@" + name
        : CText.quoted(((Out.Text) text).text());
  }
}
