package watertight.properties.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import watertight.model.Domain;
import watertight.model.Family;

/**
 * Random schedules of a machine. Each party's call is as likely as each other, however many
 * arguments it has and in however many families it comes. One argument in two is any of its domain;
 * the other is among the first, which are the simplest.
 */
public final class Schedules {
  private Schedules() {}

  /** Schedules of at most {@code length} moves. */
  public static <A> Arbitrary<List<Pick>> of(List<Family<A>> families, int length) {
    return moves(families).list().ofMinSize(1).ofMaxSize(length);
  }

  /** Single moves. */
  public static <A> Arbitrary<Pick> moves(List<Family<A>> families) {
    List<List<Integer>> byName = List.copyOf(byName(families).values());
    return Arbitraries.randomValue(
        random -> {
          List<Integer> sameName = byName.get(random.nextInt(byName.size()));
          int index = sameName.get(random.nextInt(sameName.size()));
          return pick(index, families.get(index), random);
        });
  }

  private static <A> Map<String, List<Integer>> byName(List<Family<A>> families) {
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    for (int i = 0; i < families.size(); i++) {
      Family<A> family = families.get(i);
      if (family.size() > 0) {
        byName.computeIfAbsent(family.name(), name -> new ArrayList<>()).add(i);
      }
    }
    return byName;
  }

  private static Pick pick(int index, Family<?> family, Random random) {
    List<Integer> choice = new ArrayList<>();
    for (Domain<?> domain : family.domains()) {
      choice.add(index(domain, random));
    }
    return new Pick(index, choice);
  }

  /** One argument, as an index into its domain. */
  public static int index(Domain<?> domain, Random random) {
    int size = domain.values().size();
    int simple = Math.min(size, 2 + size / 8);
    return random.nextInt(random.nextBoolean() ? size : simple);
  }
}
