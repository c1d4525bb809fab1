package watertight.checker.smt;

/** What Z3 found: a value for every term of the text. */
@FunctionalInterface
interface Valuation {
  /** The value of a term, as Z3 prints it. */
  String of(String term);

  /** A name of the text, such as {@code leaf}, at a time. */
  default String at(String function, Object... arguments) {
    StringBuilder term = new StringBuilder("(").append(function);
    for (Object argument : arguments) {
      term.append(' ').append(argument);
    }
    return of(term.append(')').toString());
  }

  /** A number; {@code (- 1)} is minus one. */
  default long number(String function, Object... arguments) {
    return Long.parseLong(at(function, arguments).replaceAll("[() ]", ""));
  }

  /** A truth value. */
  default boolean is(String function, Object... arguments) {
    return at(function, arguments).equals("true");
  }
}
