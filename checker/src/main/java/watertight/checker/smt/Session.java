package watertight.checker.smt;

import com.microsoft.z3.Context;
import com.microsoft.z3.Native;

/** Z3, told SMT-LIB command by command. For one thread. */
final class Session implements Solver.Z3 {
  private final Context context = new Context();

  /**
   * Says a command, or some.
   *
   * @return what Z3 answers
   * @throws IllegalArgumentException when it answers with an error
   */
  @Override
  public String say(String command) {
    String answer = Native.evalSmtlib2String(context.nCtx(), command).strip();
    if (answer.startsWith("(error")) {
      throw new IllegalArgumentException(command + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    context.close();
  }
}
