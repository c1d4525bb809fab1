package watertight.properties.hostcall;

import java.util.List;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import watertight.properties.hostcall.RealWorld.Kind;

/** Arguments of calls on a real kernel: those that make sense, and now and then any number. */
final class Draw {
  static final long PAGE = 4096;
  final RealWorld world;
  final Random random;
  private final RandomGenerator<Long> numbers;

  Draw(RealWorld world, Random random, RandomGenerator<Long> numbers) {
    this.world = world;
    this.random = random;
    this.numbers = numbers;
  }

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /** From 0 to {@code most}. */
  long upTo(int most) {
    return random.nextInt(most + 1);
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Any number, with jqwik's edge cases. */
  long any() {
    return numbers.next(random).value();
  }

  /** How many bytes: few, many, or any number. */
  long count() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> one(2999L, 3000L, 3001L, 4096L, 65536L, 70_000L);
      case 2 -> any();
      default -> upTo(64);
    };
  }

  /** A descriptor of these kinds; rarely any, rarely one that is not open. */
  long fd(Kind first, Kind... more) {
    return switch (random.nextInt(12)) {
      case 0 -> one(world.descriptors(Kind.FILE, Kind.values()));
      case 1 -> one(-1L, 77L, 99L, 100L, (long) Integer.MAX_VALUE);
      default -> one(world.descriptors(first, more));
    };
  }

  /** Somewhere in the enclave: at its start, or just before the end of what can be written. */
  long buffer() {
    long arena = 256 * PAGE;
    long start = world.picture().enclave().start();
    return start + (once(10) ? arena - upTo(64) : 64 * upTo(15));
  }
}
