package watertight.model.enclave.hostcall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The values that a host can write: all words where words are small; else those about which
 * something changes (numbers of the situation, ends of ranges, powers of two), and their
 * neighbours. Where addresses are asked for, those of the enclave's objects come first.
 */
final class Values {
  private static final int SMALL = 12;

  private Values() {}

  static List<Long> of(Situation situation) {
    int bits = situation.picture().words().bits();
    Set<Long> values = new LinkedHashSet<>();
    if (situation.program().stream().anyMatch(call -> call.name().returnsAddress())) {
      situation.picture().regions().forEach(region -> values.add(region.bytes().start()));
    }
    values.addAll(bits <= SMALL ? all(bits) : edges(situation));
    return List.copyOf(values);
  }

  private static List<Long> all(int bits) {
    List<Long> values = new ArrayList<>();
    for (long value = 0; value < 1L << (bits - 1); value++) {
      values.add(value);
    }
    for (long value = -1; value >= -(1L << (bits - 1)); value--) {
      values.add(value);
    }
    return values;
  }

  private static List<Long> edges(Situation situation) {
    Words words = situation.picture().words();
    Set<Long> near = new LinkedHashSet<>(List.of(0L));
    situation.program().forEach(call -> near.addAll(call.arguments().values().values()));
    near.addAll(numbers(situation, words));
    for (int bit = 4; bit < words.bits(); bit++) {
      near.add(words.word(1L << bit));
    }
    Set<Long> values = new LinkedHashSet<>();
    for (long value : near) {
      values.add(words.word(value));
      values.add(words.word(value + 1));
      values.add(words.word(value - 1));
    }
    for (HostErrno errno : HostErrno.values()) {
      values.add(-(long) errno.number());
    }
    values.add(-words.errors());
    values.add(-words.errors() - 1);
    return List.copyOf(values);
  }

  private static List<Long> numbers(Situation situation, Words words) {
    List<Long> numbers = new ArrayList<>();
    ends(numbers, situation.picture().enclave(), words);
    situation.picture().regions().forEach(region -> ends(numbers, region.bytes(), words));
    Remembered knows = situation.remembered();
    knows.live().forEach(range -> ends(numbers, range, words));
    numbers.addAll(knows.descriptors());
    knows.descriptors().forEach(fd -> numbers.add(fd + (1L << (words.intBits() - 1) << 1)));
    numbers.addAll(knows.tokens());
    numbers.addAll(knows.children());
    knows.breakAt().ifPresent(numbers::add);
    knows.lastNs().ifPresent(numbers::add);
    knows.pid().ifPresent(numbers::add);
    return numbers;
  }

  private static void ends(List<Long> numbers, Range range, Words words) {
    numbers.add(range.start());
    numbers.add(range.end(words));
    numbers.add(words.plus(range.start(), -words.page()));
  }
}
