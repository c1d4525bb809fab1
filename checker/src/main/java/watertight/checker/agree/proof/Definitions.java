package watertight.checker.agree.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.DatatypeSort;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import watertight.checker.smt.SmtCommand;
import watertight.checker.smt.SmtScript;
import watertight.model.charge.ChargeGuards;

/**
 * The steps that a text defines, as functions that can be tried on values. Nothing is searched: the
 * values are put in, and Z3 simplifies to true or to false. For one thread.
 */
final class Definitions implements AutoCloseable {
  private static final String STEP = "step";

  private final Context context = new Context();
  private final Map<String, BoolExpr> functions = new LinkedHashMap<>();
  private final BoolExpr premises;
  private final DatatypeSort<?> state;
  private final Set<String> away;

  /**
   * @param calls by the name of each step, the call of it with the text's own names
   * @param sort the name of the state's sort
   * @param away the guards that are away
   */
  Definitions(SmtScript script, Map<String, String> calls, String sort, Set<String> away) {
    this.away = Set.copyOf(away);
    Map<String, String> all = new LinkedHashMap<>(calls);
    all.put(STEP, "(step before after)");
    String text =
        script.common().stream().map(SmtCommand::text).collect(Collectors.joining("\n"))
            + all.values().stream().map(c -> "(assert " + c + ")").collect(Collectors.joining());
    BoolExpr[] asserted = context.parseSMTLIB2String(text, null, null, null, null);
    int first = asserted.length - all.size();
    premises = context.mkAnd(Arrays.copyOf(asserted, first));
    int at = first;
    for (String name : all.keySet()) {
      functions.put(name, asserted[at++]);
    }
    state = sort(functions.get(STEP), sort);
  }

  /** Whether the text's step of this name, and any step at all, is possible so. */
  boolean allows(Point point) {
    return holds(premises, point)
        && holds(functions.get(point.function()), point)
        && holds(functions.get(STEP), point);
  }

  /** Whether the text has any step from there to there with these numbers. */
  boolean allowsAny(Point point) {
    return holds(functions.get(STEP), point) || holds(functions.get(point.function()), point);
  }

  /** Another value for a field. */
  Object another(int field, Object value) {
    if (value instanceof Long number) {
      return number + 1;
    }
    DatatypeSort<?> kind = (DatatypeSort<?>) state.getConstructors()[0].getDomain()[field];
    List<String> names =
        Arrays.stream(kind.getConstructors()).map(one -> one.getName().toString()).toList();
    return names.get((names.indexOf(value) + 1) % names.size());
  }

  private boolean holds(BoolExpr question, Point point) {
    List<Expr<?>> from = new ArrayList<>();
    List<Expr<?>> to = new ArrayList<>();
    from.add(context.mkConst("before", state));
    to.add(value(point.before()));
    from.add(context.mkConst("after", state));
    to.add(value(point.after()));
    point
        .numbers()
        .forEach(
            (name, number) -> {
              from.add(context.mkIntConst(name));
              to.add(context.mkInt(number));
            });
    for (ChargeGuards guard : ChargeGuards.values()) {
      from.add(context.mkBoolConst(guard.id()));
      to.add(context.mkBool(!away.contains(guard.id())));
    }
    Expr<?> answer =
        question.substitute(from.toArray(Expr[]::new), to.toArray(Expr[]::new)).simplify();
    if (!answer.isTrue() && !answer.isFalse()) {
      throw new IllegalStateException("not all of it has a value: " + answer);
    }
    return answer.isTrue();
  }

  private Expr<?> value(List<Object> fields) {
    FuncDecl<?> constructor = state.getConstructors()[0];
    Expr<?>[] values = new Expr<?>[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          fields.get(i) instanceof Long number
              ? context.mkInt(number)
              : named((DatatypeSort<?>) constructor.getDomain()[i], (String) fields.get(i));
    }
    return constructor.apply(values);
  }

  private static Expr<?> named(DatatypeSort<?> sort, String name) {
    return Arrays.stream(sort.getConstructors())
        .filter(one -> one.getName().toString().equals(name))
        .findFirst()
        .orElseThrow()
        .apply();
  }

  /** The sort of this name, from a term in which something has it. */
  private static DatatypeSort<?> sort(Expr<?> term, String name) {
    List<Expr<?>> left = new ArrayList<>(List.of(term));
    while (!left.isEmpty()) {
      Expr<?> one = left.removeLast();
      Sort sort = one.getSort();
      if (sort.getName().toString().equals(name)) {
        return (DatatypeSort<?>) sort;
      }
      if (one.isApp()) {
        left.addAll(List.of(one.getArgs()));
      }
    }
    throw new IllegalArgumentException("nothing of sort " + name);
  }

  @Override
  public void close() {
    context.close();
  }
}
