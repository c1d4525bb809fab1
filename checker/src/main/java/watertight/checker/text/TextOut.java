package watertight.checker.text;

/** The buffer of read, readlink, readlinkat and getcwd. */
final class TextOut {
  private TextOut() {}

  /** The parameter: a text, {@code @x}, or {@code NULL} when nothing is said. */
  static <C> Param<C> param() {
    return Params.out(
        (in, reading) -> {
          reading.out(read(in, reading));
          return null;
        },
        (call, writing) -> write(writing));
  }

  private static Out read(Cursor in, Reading reading) {
    if (acceptNothing(in)) {
      return new Out.Nothing();
    }
    if (in.accept("@")) {
      return new Out.BoundText(Steps.bound(in));
    }
    String meaning = "a text in quotation marks, or NULL";
    if (!reading.abbreviations()) {
      return new Out.Text(Params.whole(in, meaning));
    }
    String text = CText.read(in, meaning);
    return in.accept("...") ? new Out.Starts(text) : new Out.Text(text);
  }

  /** Passes {@code NULL} or an address, which stand where nothing was written. */
  static boolean acceptNothing(Cursor in) {
    if (in.acceptWord("NULL")) {
      return true;
    }
    in.skipBlanks();
    boolean address = in.looksAt("0x");
    if (address) {
      Numbers.bits(in, "an address");
    }
    return address;
  }

  private static String write(Writing writing) {
    return switch (writing.out()) {
      case Out.Text(String text) -> CText.quoted(text);
      case Out.Starts(String text) -> CText.quoted(text) + "...";
      case Out.BoundText(String name) -> "@" + name;
      case Out.Nothing nothing -> writing.fails() ? "\"\"" : "NULL";
      case Out.Status status -> "NULL";
      case Out.Waited waited -> "NULL";
      case Out.Names names -> "NULL";
      case Out.Pair pair -> "NULL";
      case Out.Message message -> "NULL";
    };
  }
}
