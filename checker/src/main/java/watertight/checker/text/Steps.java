package watertight.checker.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import watertight.model.linux.Errno;
import watertight.model.linux.task.Task;

/** Reads the parts of steps that all machines of strace's form share. */
final class Steps {
  private static final Names<Errno> ERRNOS =
      Names.of("the name of an error", Arrays.asList(Errno.values()), Errno::name);
  private static final String EXPECTATION =
      "a number, 3</path>, -1 and an error, the letter of a task, @name or ?";

  private Steps() {}

  /** {@code [A]}. */
  static Task task(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String expected = "a task's letter such as [A]";
    if (!in.accept("[")) {
      throw in.expected(expected);
    }
    String name = in.run(c -> c != ']');
    if (!in.accept("]") || name.length() != 1 || !isLetter(name.charAt(0))) {
      throw in.error(place, Cursor.shown(in.since(place)), expected);
    }
    return Task.named(name);
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** A task's letter. */
  static Task letter(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    String name = in.word();
    if (name.isEmpty()) {
      throw in.expected("the letter of a task, A to Z");
    }
    if (name.length() != 1 || !isLetter(name.charAt(0))) {
      throw in.error(place, Cursor.shown(name), "the letter of a task, A to Z");
    }
    return Task.named(name);
  }

  /** The name after {@code @}. */
  static String bound(Cursor in) {
    String name = in.run(Cursor::isWord);
    if (name.isEmpty()) {
      throw in.expected("a name after @");
    }
    return name;
  }

  /** The call's form and the opening parenthesis. */
  static CallForm<?> form(Cursor in) {
    CallForm<?> form = Calls.FORMS.read(in);
    in.expect("(");
    return form;
  }

  /** {@code = expectation}, or nothing; then a remark, or nothing. */
  static Expect expectation(Cursor in) {
    in.skipBlanks();
    if (!in.accept("=")) {
      remark(in, "\"=\" and an expectation, or the end of the line");
      return new Expect.Anything();
    }
    Expect expect = afterEquals(in);
    remark(in, "the end of the line");
    return expect;
  }

  /** Passes a remark between parentheses at the end of the line. */
  static void remark(Cursor in, String expected) {
    in.skipBlanks();
    int place = in.at();
    if (in.accept("(")) {
      in.run(c -> c != ')');
      while (in.accept(")") && !in.atEnd()) {
        in.run(c -> c != ')');
      }
      if (!in.since(place).stripTrailing().endsWith(")")) {
        throw in.error(in.at(), "the end of the line", "\")\"");
      }
    }
    if (!in.atEnd()) {
      throw in.expected(expected);
    }
  }

  private static Expect afterEquals(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    if (in.accept("?")) {
      return new Expect.Shown();
    }
    if (in.accept("@")) {
      return new Expect.Binds(bound(in));
    }
    if (isLetter(in.peek())) {
      String word = in.word();
      if (word.length() == 1) {
        return new Expect.Child(Task.named(word));
      }
      boolean error = ERRNOS.known().containsKey(word);
      throw in.error(place, Cursor.shown(word), error ? '"' + "-1 " + word + '"' : EXPECTATION);
    }
    if (!Numbers.next(in)) {
      throw in.expected(EXPECTATION);
    }
    long value = Numbers.bits(in, EXPECTATION);
    if (in.since(place).equals("-1")) {
      return errors(in);
    }
    if (in.peek() == '<' && value >= 0 && value <= Integer.MAX_VALUE) {
      return descriptor(in, (int) value);
    }
    return new Expect.Returns(value);
  }

  private static Expect descriptor(Cursor in, int fd) {
    Optional<String> object = ObjectText.read(in);
    return object.isPresent() ? new Expect.Descriptor(fd, object.get()) : new Expect.Returns(fd);
  }

  private static Expect errors(Cursor in) {
    List<Errno> errnos = new ArrayList<>();
    do {
      Errno errno = ERRNOS.read(in);
      if (!errnos.contains(errno)) {
        errnos.add(errno);
      }
    } while (in.acceptWord("or"));
    return new Expect.Fails(errnos);
  }

  /** What a call must write: nothing where it fails. */
  static Out outOf(CallForm<?>.Started started, Expect expect) {
    return expect instanceof Expect.Fails ? new Out.Nothing() : started.reading().out();
  }
}
