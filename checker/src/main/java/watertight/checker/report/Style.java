package watertight.checker.report;

/** How words are set off: in colour, or not at all. */
public enum Style {
  PLAIN {
    @Override
    String in(String code, String text) {
      return text;
    }
  },
  COLOUR {
    @Override
    String in(String code, String text) {
      return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  abstract String in(String code, String text);

  /** What is as it should be. */
  public String good(String text) {
    return in("32", text);
  }

  /** What is not. */
  public String bad(String text) {
    return in("31", text);
  }

  /** What is not known, or could not be checked. */
  public String open(String text) {
    return in("33", text);
  }

  /** What matters less. */
  public String faint(String text) {
    return in("2", text);
  }

  /** What the eye should find. */
  public String strong(String text) {
    return in("1", text);
  }
}
