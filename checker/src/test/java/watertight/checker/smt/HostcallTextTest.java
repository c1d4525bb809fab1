package watertight.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.Context;
import com.microsoft.z3.Native;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Constants;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Words;
import watertight.model.enclave.hostcall.shield.Answered;
import watertight.model.enclave.hostcall.shield.Shield;
import watertight.model.enclave.hostcall.shield.Verdict;

/** The comparisons of hostcall.smt2 and those of the shields give equal answers. */
class HostcallTextTest {
  private static final long SEED = Long.getLong("watertight.seed", 20_261_124);
  private static final int DRAWS = 400;
  private static final long[] EDGES = {
    0, 1, 4096, Long.MAX_VALUE, Long.MIN_VALUE, -1, -4096, -8192
  };

  private final Random random = new Random(SEED);

  /** The text with every check made. */
  private static String text(String from, String to) {
    return SmtScripts.named("hostcall").common().stream()
        .map(SmtCommand::text)
        .map(
            one ->
                one.replaceAll("\\(declare-const (\\S+) Bool\\)", "(define-fun $1 () Bool true)"))
        .map(one -> one.replace(from, to))
        .collect(Collectors.joining("\n"));
  }

  private static String ask(Context context, String function, long... arguments) {
    String numbers =
        LongStream.of(arguments).mapToObj(" #x%016x"::formatted).collect(Collectors.joining());
    return Native.evalSmtlib2String(context.nCtx(), "(simplify (" + function + numbers + "))")
        .strip();
  }

  private long number() {
    long edge = EDGES[random.nextInt(EDGES.length)] + random.nextInt(3) - 1;
    return random.nextInt(4) == 0 ? random.nextLong() : edge;
  }

  private static Verdict judge(
      Range enclave, Remembered knew, CallName name, Map<Field, Long> arguments, Fields answer) {
    return Shield.judge(
        new Answered(
            new Picture(Words.LINUX, enclave, List.of()),
            new HostCall(name, Fields.of(arguments)),
            answer,
            knew,
            Guards.all().without(HostcallGuards.MAPPING_PAGE_ALIGNED)));
  }

  private static Fields ret(long value) {
    return Fields.of(Map.of(Field.RET, value));
  }

  /** How often the text says something else than the shield, and how often it says yes. */
  private record Compared(int differ, int yes) {}

  private Compared mappings(String from, String to) {
    int differ = 0;
    int yes = 0;
    try (Context context = new Context()) {
      Native.evalSmtlib2String(context.nCtx(), text(from, to));
      for (int i = 0; i < DRAWS; i++) {
        long p = number();
        long n = number();
        long[] ends = LongStream.generate(this::number).limit(4).toArray();
        if (Words.LINUX.isError(p) || !Words.below(ends[0], ends[1])) {
          continue;
        }
        if (!Words.below(ends[2], ends[3])) {
          continue;
        }
        Verdict verdict =
            judge(
                Range.upTo(ends[0], ends[1]),
                Remembered.NOTHING.and(Range.upTo(ends[2], ends[3])),
                CallName.MMAP,
                Map.of(Field.SIZE, n),
                ret(p));
        String answer = ask(context, "mapping-passes", p, n, ends[0], ends[1], ends[2], ends[3]);
        yes += answer.equals("true") ? 1 : 0;
        differ += answer.equals(String.valueOf(verdict instanceof Verdict.Accept)) ? 0 : 1;
      }
    }
    return new Compared(differ, yes);
  }

  @Test
  void mappingsAreComparedAlike() {
    Compared compared = mappings("none", "none");
    assertEquals(0, compared.differ());
    assertTrue(compared.yes() > 0, compared::toString);
  }

  @Test
  void aWrongTextDiffers() {
    assertNotEquals(0, mappings("(bvule (bvadd p n) p)", "(bvult p (bvadd p n))").differ());
    assertNotEquals(0, mappings("(bvult p end)", "(bvule p end)").differ());
  }

  @Test
  void countsAndSizesAreComparedAlike() {
    Range enclave = Range.upTo(4096, 8192);
    try (Context context = new Context()) {
      Native.evalSmtlib2String(context.nCtx(), text("none", "none"));
      for (int i = 0; i < DRAWS; i++) {
        long ret = number();
        long count = number();
        if (Words.LINUX.isError(ret)) {
          continue;
        }
        Map<Field, Long> asked = Map.of(Field.COUNT, count);
        boolean read =
            judge(enclave, Remembered.NOTHING, CallName.READ, asked, ret(ret))
                instanceof Verdict.Accept;
        assertEquals(String.valueOf(read), ask(context, "received-passes", ret, count));
        boolean written =
            judge(enclave, Remembered.NOTHING, CallName.WRITE, asked, ret(ret))
                instanceof Verdict.Accept;
        assertEquals(String.valueOf(written), ask(context, "sent-passes", ret, count));
        assertEquals(hex(taken(enclave, ret, count)), ask(context, "taken", ret, count));
        if (ret >= 0) {
          assertEquals(hex(copied(enclave, ret, count)), ask(context, "copied", ret, count));
        }
      }
    }
  }

  private static String hex(long value) {
    return "#x%016x".formatted(value);
  }

  private static long taken(Range enclave, long value, long room) {
    Fields answer = Fields.of(Map.of(Field.RET, 0L, Field.VALUE, value));
    Verdict verdict =
        judge(enclave, Remembered.NOTHING, CallName.IOCTL, Map.of(Field.COUNT, room), answer);
    return verdict instanceof Verdict.Clamp(Fields clamped) ? clamped.get(Field.VALUE) : value;
  }

  private static long copied(Range enclave, long ret, long size) {
    Map<Field, Long> arguments = Map.of(Field.SIZE, size, Field.FLAGS, Constants.MSG_TRUNC);
    Verdict verdict = judge(enclave, Remembered.NOTHING, CallName.RECV, arguments, ret(ret));
    return verdict instanceof Verdict.Clamp(Fields clamped) ? clamped.get(Field.COPIED) : ret;
  }
}
