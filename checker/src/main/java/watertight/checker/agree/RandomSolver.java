package watertight.checker.agree;

import java.util.SplittableRandom;
import kodkod.engine.satlab.SATFactory;
import kodkod.engine.satlab.SATSolver;
import kodkod.solvers.SAT4J;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.IPhaseSelectionStrategy;
import org.sat4j.minisat.core.Solver;

/**
 * Sat4j, guessing at random: without it one instance after another differs in what matters least.
 */
final class RandomSolver extends SATFactory {
  private static final long serialVersionUID = 1L;
  private final long seed;

  RandomSolver(long seed) {
    this.seed = seed;
  }

  @Override
  public String id() {
    return "sat4j.random";
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
  public SATSolver createSolver() {
    Solver solver = (Solver) SolverFactory.newMiniLearningHeap();
    solver.getOrder().setPhaseSelectionStrategy(new Guess(seed));
    return new SAT4J(solver);
  }

  /** Any value first. */
  private static final class Guess implements IPhaseSelectionStrategy {
    private static final long serialVersionUID = 1L;
    private final transient SplittableRandom random;

    Guess(long seed) {
      this.random = new SplittableRandom(seed);
    }

    @Override
    public int select(int variable) {
      return variable << 1 | random.nextInt(2);
    }

    @Override
    public void init(int variables) {}

    @Override
    public void init(int variable, int phase) {}

    @Override
    public void updateVar(int literal) {}

    @Override
    public void assignLiteral(int literal) {}

    @Override
    public void updateVarAtDecisionLevel(int literal) {}
  }
}
