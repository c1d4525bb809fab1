package watertight.checker.text.sgx;

import java.util.LinkedHashMap;
import java.util.Map;
import watertight.checker.text.Cursor;
import watertight.checker.text.Numbers;
import watertight.model.enclave.sgx.SgxCode;

/** Reads what a step returns, as the machine writes it. */
final class SgxResults {
  static final String BLOB = "blob @b";
  private static final int MOST = 63;

  private SgxResults() {}

  /** The number of the place in {@code blob @b3}. */
  static int blob(String result) {
    return Integer.parseInt(result.substring(BLOB.length()).split(" ")[0]);
  }

  static String read(Cursor in) {
    in.skipBlanks();
    if (in.looksAt("\"")) {
      return ActionText.quoted(Operands.bytes(in));
    }
    if (in.accept(BLOB)) {
      return BLOB + Numbers.within(in, "the number of a kept page", 0, MOST) + report(in);
    }
    if (in.acceptWord("dropped")) {
      return "dropped" + report(in);
    }
    int place = in.at();
    String name = in.run(c -> Cursor.isName(c) || c == '#' || c == '(' || c == ')');
    if (name.isEmpty()) {
      throw in.expected("a result such as ok, a text or #PF");
    }
    Map<String, String> known = new LinkedHashMap<>();
    known.put("ok", "ok");
    known.put("abort-page", "abort-page");
    for (SgxCode code : SgxCode.values()) {
      known.put(code.text(), code.text());
    }
    return Operands.names("a result", known).meaning(in, place, name);
  }

  /** An EPCM entry: {@code invalid}, or words. */
  static String entry(Cursor in) {
    String text = in.rest();
    if (text.isEmpty()) {
      throw in.expected("invalid, or an entry such as REG E1 0x10000 RW");
    }
    return text;
  }

  private static String report(Cursor in) {
    String busy = SgxCode.SGX_VA_SLOT_OCCUPIED.text();
    String report = in.acceptWord(busy) ? " " + busy : "";
    in.skipBlanks();
    return in.looksAt("\"") ? report + " " + ActionText.quoted(Operands.bytes(in)) : report;
  }
}
