package watertight.checker.agree.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import watertight.model.charge.Added;
import watertight.model.charge.Doing;
import watertight.model.charge.Group;
import watertight.model.charge.SettingLimit;
import watertight.model.charge.Undoing;
import watertight.model.charge.Workload;

/** Charges and new limits, seen from one counter: {@code specs/smt/charge.smt2}. */
final class CounterAbstraction implements Abstraction {
  private static final int MAX = 1;
  private static final int LIMIT = 2;
  private static final int WAITING = 4;
  private static final int LOW = 5;
  private static final int HIGH = 6;
  private static final int DOOMED = 7;
  private static final int SETTER = 8;
  private static final int READ = 9;
  private static final int WANTED = 10;
  private static final List<Object> NOTHING =
      List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, "idle", 0L, 0L, 0L);

  private Workload workload;
  private Group counter;
  private long x;
  private List<Object> last = NOTHING;

  @Override
  public String text() {
    return "charge";
  }

  @Override
  public String sort() {
    return "State";
  }

  @Override
  public Map<String, String> calls() {
    Map<String, String> calls = new LinkedHashMap<>();
    calls.put("add", "(add before after n seen)");
    calls.put("pass", "(pass before after n seen read)");
    calls.put("refuse", "(refuse before after n seen read)");
    for (String name : List.of("grant", "refuse-above", "roll-back", "uncharge")) {
      calls.put(name, "(" + name + " before after n)");
    }
    calls.put("read-usage", "(read-usage before after wanted)");
    calls.put("exchange", "(exchange before after)");
    calls.put("commit", "(and (=> set-limit-rechecks (commits before)) (commit before after))");
    calls.put("restore", "(restore before after)");
    return calls;
  }

  @Override
  public Map<String, String> left() {
    String why = "without guards alone";
    return Map.of(
        "store-what-was-checked", why,
        "hand-out-uncharged", why,
        "forget", why,
        "uncharge-other", why,
        "second-setter", why,
        "drop", why);
  }

  @Override
  public Workload world(Random random) {
    return ChargeWorlds.memory(random);
  }

  /** The counter and x are any, and stay the same in a run. */
  @Override
  public void begin(Workload run, Random random) {
    workload = run;
    counter = new Group(random.nextInt(run.groups().all().size()));
    long max = run.groups().max(counter);
    x = Math.max(0, random.nextBoolean() ? max : max - 2 + random.nextInt(5));
    last = NOTHING;
  }

  @Override
  public List<Seen> see(ModelStep step) {
    List<Object> before = CounterView.of(step.before(), workload, counter, x, last);
    List<Object> after = CounterView.of(step.after(), workload, counter, x, before);
    last = after;
    Doing from = step.from();
    if (from instanceof Added added) {
      return decided(step, added, before, after);
    }
    if (step.to() instanceof Added added) {
      return counter.equals(added.at())
          ? allowed("add", before, after, numbers(before, added.charged().pages(), added.saw()))
          : List.of(new Seen.Unmoved(before, after));
    }
    if (from instanceof SettingLimit setting) {
      return set(setting, step.to(), before, after);
    }
    long change = step.change(counter);
    String name = from instanceof Undoing ? "roll-back" : "uncharge";
    return change == 0
        ? List.of(new Seen.Unmoved(before, after))
        : allowed(name, before, after, numbers(before, -change, 0));
  }

  /** A charge was compared with a limit, here or above. */
  private List<Seen> decided(ModelStep step, Added added, List<Object> before, List<Object> after) {
    long n = added.charged().pages();
    Map<String, Long> numbers = numbers(before, n, added.saw());
    boolean refused = step.to() instanceof Undoing;
    if (!added.at().equals(counter)) {
      boolean waited = !before.get(WAITING).equals(after.get(WAITING));
      return waited
          ? allowed(refused ? "refuse-above" : "grant", before, after, numbers)
          : List.of(new Seen.Unmoved(before, after));
    }
    int from = added.saw() <= x ? LOW : HIGH;
    List<Object> passed = Fields.moved(before, from, WAITING, n);
    List<Object> failed = Fields.moved(before, from, DOOMED, n);
    List<Seen> seen = new ArrayList<>();
    if (refused) {
      seen.addAll(allowed("refuse", before, after, numbers));
      seen.add(new Seen.Barred(new Point("pass", before, passed, numbers)));
    } else {
      seen.addAll(allowed("pass", before, passed, numbers));
      seen.add(new Seen.Barred(new Point("refuse", before, failed, numbers)));
      if (step.grants()) {
        seen.addAll(allowed("grant", passed, after, numbers));
      } else {
        seen.add(new Seen.Unmoved(passed, after));
      }
    }
    return seen;
  }

  private List<Seen> set(SettingLimit setting, Doing to, List<Object> before, List<Object> after) {
    List<Seen> elsewhere = List.of(new Seen.Unmoved(before, after));
    return switch (setting) {
      case SettingLimit.FirstLook one when one.set().group().equals(counter) -> {
        Map<String, Long> numbers = wanting(before, one.set().max());
        if (to instanceof SettingLimit.Exchanging) {
          yield allowed("read-usage", before, after, numbers);
        }
        List<Object> had = new ArrayList<>(before);
        had.set(SETTER, "has-read");
        had.set(READ, before.getFirst());
        had.set(WANTED, (long) one.set().max());
        yield List.of(
            new Seen.Unmoved(before, after),
            new Seen.Barred(new Point("read-usage", before, had, numbers)));
      }
      case SettingLimit.Exchanging one when one.set().group().equals(counter) ->
          allowed("exchange", before, after, numbers(before, 1, 0));
      case SettingLimit.SecondLook one when one.set().group().equals(counter) -> {
        List<Object> committed = new ArrayList<>(before);
        committed.set(SETTER, "idle");
        committed.set(LIMIT, (long) one.set().max());
        yield to instanceof SettingLimit.Restoring
            ? List.of(
                new Seen.Unmoved(before, after),
                new Seen.Barred(new Point("commit", before, committed, numbers(before, 1, 0))))
            : allowed("commit", before, after, numbers(before, 1, 0));
      }
      case SettingLimit.Restoring one when one.set().group().equals(counter) ->
          allowed("restore", before, after, numbers(before, 1, 0));
      case SettingLimit.FirstLook one -> elsewhere;
      case SettingLimit.Exchanging one -> elsewhere;
      case SettingLimit.SecondLook one -> elsewhere;
      case SettingLimit.Restoring one -> elsewhere;
    };
  }

  private List<Seen> allowed(
      String name, List<Object> before, List<Object> after, Map<String, Long> numbers) {
    return List.of(new Seen.Allowed(new Point(name, before, after, numbers)));
  }

  private Map<String, Long> numbers(List<Object> before, long n, long seen) {
    return Map.of(
        "x", x, "n", n, "seen", seen, "read", (Long) before.get(MAX), "wanted", 0L, "k", 0L);
  }

  private Map<String, Long> wanting(List<Object> before, long wanted) {
    return Map.of(
        "x", x, "n", 1L, "seen", 0L, "read", (Long) before.get(MAX), "wanted", wanted, "k", 0L);
  }
}
