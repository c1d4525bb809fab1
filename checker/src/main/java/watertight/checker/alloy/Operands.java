package watertight.checker.alloy;

import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.ast.Func;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a call was made with, by the parameters of its predicate. The task itself is left out: a
 * relation of five columns is more than Alloy can represent.
 *
 * @param parameters the names
 * @param readings the set of all operands for which the predicate is true of the task that acts
 */
record Operands(List<String> parameters, Expr readings) {
  private record Parameter(String name, String type) {}

  Operands {
    parameters = List.copyOf(parameters);
  }

  /** Those of a call, unless it has none. */
  static Optional<Operands> of(CompModule world, String call) {
    String name = AlloyNames.success(call);
    List<Parameter> all = predicate(world, name).map(Operands::parameters).orElse(List.of());
    if (all.size() < 2 || !all.getFirst().type().equals("Task")) {
      return Optional.empty();
    }
    List<Parameter> operands = all.subList(1, all.size());
    String declared =
        operands.stream()
            .map(operand -> operand.name() + ": " + operand.type())
            .collect(Collectors.joining(", "));
    List<String> names = operands.stream().map(Parameter::name).toList();
    String readings =
        "{ %s | %s[Now.who, %s] }".formatted(declared, name, String.join(", ", names));
    return Optional.of(
        new Operands(names, CompUtil.parseOneExpression_fromString(world, readings)));
  }

  private static Optional<Func> predicate(CompModule world, String name) {
    return Stream.concat(
            world.getAllFunc().makeConstList().stream(),
            world.getAllReachableUserDefinedFunc().makeConstList().stream())
        .filter(function -> AlloyNames.kind(function.label).equals(name))
        .findFirst();
  }

  private static List<Parameter> parameters(Func predicate) {
    return predicate.decls.stream()
        .flatMap(
            decl ->
                decl.names.stream()
                    .map(
                        name ->
                            new Parameter(
                                name.label, AlloyNames.kind(sig(decl.expr.type().toString())))))
        .toList();
  }

  private static String sig(String type) {
    return type.replaceAll("[{}]", "");
  }

  /** Each of these tuples by the names of the parameters. */
  List<Map<String, String>> named(Collection<List<String>> tuples) {
    return tuples.stream().map(this::named).toList();
  }

  private Map<String, String> named(List<String> tuple) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < tuple.size(); i++) {
      named.put(parameters.get(i), tuple.get(i));
    }
    return named;
  }
}
