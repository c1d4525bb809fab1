package watertight.checker.text.hostcall;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Shown;
import watertight.model.enclave.hostcall.Situation;
import watertight.model.enclave.hostcall.Words;

/** Writes the lines of a world. */
public final class EnclaveText {
  private EnclaveText() {}

  /** All lines: the size of words where it is not Linux's, the picture, what is remembered. */
  public static List<String> lines(Situation situation) {
    Picture picture = situation.picture();
    Words words = picture.words();
    List<String> lines = new ArrayList<>();
    if (!words.equals(Words.LINUX)) {
      lines.add(
          "words bits=%d page=%d errors=%d int=%d"
              .formatted(words.bits(), words.page(), words.errors(), words.intBits()));
    }
    lines.add("enclave " + range(words, picture.enclave()));
    picture
        .regions()
        .forEach(one -> lines.add("object " + one.name() + " " + range(words, one.bytes())));
    remembered(lines, words, situation.remembered());
    return lines;
  }

  private static void remembered(List<String> lines, Words words, Remembered knows) {
    Shown shown = new Shown(words);
    knows.live().forEach(live -> lines.add("live " + range(words, live)));
    knows.breakAt().ifPresent(at -> lines.add("brk " + shown.address(at)));
    list(lines, "fds", knows.descriptors(), Long::toString);
    list(lines, "tokens", knows.tokens(), shown::address);
    list(lines, "children", knows.children(), Long::toString);
    knows.lastNs().ifPresent(ns -> lines.add("last_ns " + ns));
    knows.pid().ifPresent(pid -> lines.add("pid " + pid));
  }

  private static void list(
      List<String> lines, String keyword, Set<Long> numbers, LongFunction<String> shown) {
    if (!numbers.isEmpty()) {
      lines.add(
          keyword + " " + numbers.stream().map(shown::apply).collect(Collectors.joining(",")));
    }
  }

  private static String range(Words words, Range range) {
    Shown shown = new Shown(words);
    return shown.address(range.start()) + ".." + shown.address(range.end(words));
  }
}
