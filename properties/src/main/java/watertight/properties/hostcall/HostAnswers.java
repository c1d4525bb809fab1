package watertight.properties.hostcall;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.Honest;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Remembered;

/**
 * Answers of a host, with words of 64 bits: an honest answer, in which some fields are lies. A lie
 * is any number with jqwik's edge cases, or lies near a number that plays a part.
 */
public final class HostAnswers {
  private static final int GENERATOR_SIZE = 1000;
  private static final int ERRNOS = 133;
  private static final int KINDS = 9;
  private static final long[] ADDRESSES = {
    0x10000000L,
    0x20000000L,
    0x1fff0000L,
    DrawnCalls.BUF,
    DrawnCalls.TOKEN,
    DrawnCalls.LIVE,
    0,
    -8192,
    -4096
  };

  private final RandomGenerator<Long> longs = Arbitraries.longs().generator(GENERATOR_SIZE, true);

  private HostAnswers() {}

  /** What lies where in the enclave that asks. */
  public static Picture picture() {
    return DrawnCalls.PICTURE;
  }

  /** Calls with their answers. */
  public static Arbitrary<Exchange> exchanges() {
    HostAnswers answers = new HostAnswers();
    return Arbitraries.randomValue(answers::exchange);
  }

  private Exchange exchange(Random random) {
    HostCall call = DrawnCalls.call(random);
    Remembered knew = DrawnCalls.remembered(random);
    Fields honest = new Honest(DrawnCalls.PICTURE).answer(call, knew, 0, 0);
    Fields answer = lies(call, knew, honest, random);
    boolean changes = random.nextInt(8) == 0;
    return new Exchange(
        call, knew, honest, answer, changes ? lies(call, knew, honest, random) : answer);
  }

  /** Some fields are lies, each its own, or all the same: lies that fit each other get further. */
  private Fields lies(HostCall call, Remembered knew, Fields honest, Random random) {
    boolean same = random.nextInt(3) == 0;
    long lie = lie(call, knew, honest, random);
    Fields answer = honest;
    for (Field field : call.name().answers()) {
      if (random.nextBoolean()) {
        answer = answer.with(field, same ? lie : lie(call, knew, answer, random));
      } else if (!answer.has(field)) {
        answer = answer.with(field, 0);
      }
    }
    return answer;
  }

  private long lie(HostCall call, Remembered knew, Fields answer, Random random) {
    long near = random.nextInt(3) - 1;
    return switch (random.nextInt(KINDS)) {
      case 0 -> longs.next(random).value();
      case 1 -> random.nextInt(10);
      case 2 -> one(call.arguments(), random) + near;
      case 3 -> -1L - random.nextInt(ERRNOS);
      case 4 -> ADDRESSES[random.nextInt(ADDRESSES.length)] + near * 4096 + random.nextInt(2);
      case 5 -> one(answer, random) + near;
      case 6 -> remembered(knew, random) + near;
      case 7 -> call.vectors() + near;
      case 8 -> ADDRESSES[random.nextInt(ADDRESSES.length)] - one(answer, random) + near;
      default -> throw new IllegalStateException("no kind of lie");
    };
  }

  private static long one(Fields fields, Random random) {
    return fields.count() == 0 ? 0 : fields.valueAt(random.nextInt(fields.count()));
  }

  private static long remembered(Remembered knew, Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> knew.lastNs().orElse(0);
      case 1 -> knew.pid().orElse(0);
      case 2 -> knew.children().first();
      case 3 -> knew.descriptors().last() + (1L << 32);
      case 4 -> knew.breakAt().orElse(0);
      case 5 -> 1_000_000_000;
      default -> 128;
    };
  }
}
