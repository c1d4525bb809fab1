package watertight.checker.alloy;

import java.time.Duration;
import kodkod.engine.satlab.SATAbortedException;
import kodkod.engine.satlab.SATFactory;
import kodkod.engine.satlab.SATSolver;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/** Sat4j in this process, which gives up when its time is over. */
final class DeadlineSat4j extends SATFactory {
  private static final long serialVersionUID = 1L;

  private final long deadline;

  /** A solver for use until {@link System#nanoTime} is {@code deadline}. */
  DeadlineSat4j(long deadline) {
    this.deadline = deadline;
  }

  @Override
  public String id() {
    return "sat4j";
  }

  @Override
  public String type() {
    return "java";
  }

  @Override
  public boolean incremental() {
    return true;
  }

  @Override
  protected SATSolver createSolver() {
    return new Solver(SolverFactory.newDefault(), deadline);
  }

  private static final class Solver implements SATSolver {
    private final ISolver sat4j;
    private final long deadline;
    private boolean contradictory;
    private int variables;
    private int clauses;

    Solver(ISolver sat4j, long deadline) {
      this.sat4j = sat4j;
      this.deadline = deadline;
    }

    @Override
    public int numberOfVariables() {
      return variables;
    }

    @Override
    public int numberOfClauses() {
      return clauses;
    }

    @Override
    public void addVariables(int number) {
      variables += number;
      sat4j.newVar(variables);
    }

    @Override
    public boolean addClause(int[] literals) {
      clauses++;
      try {
        sat4j.addClause(new VecInt(literals.clone()));
      } catch (ContradictionException e) {
        contradictory = true;
      }
      return true;
    }

    @Override
    public boolean solve() {
      if (contradictory) {
        return false;
      }
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SATAbortedException("time is over");
      }
      sat4j.setTimeoutMs(left);
      try {
        return sat4j.isSatisfiable();
      } catch (TimeoutException e) {
        throw new SATAbortedException(e);
      }
    }

    @Override
    public boolean valueOf(int variable) {
      return sat4j.model(variable);
    }

    @Override
    public void free() {
      sat4j.reset();
    }
  }
}
