package watertight.checker.kernel;

import java.util.List;
import java.util.Set;
import watertight.model.linux.world.World;

/** Runs worlds on a kernel. Not safe for several threads: each takes one of its own. */
public interface Oracle extends AutoCloseable {
  /** What this kernel and machine are. */
  Host host();

  /**
   * Makes a fresh world, lets its tasks make these moves in order, and takes it down.
   *
   * @param snapshots after which moves everything is looked at: 0 is the start, {@code n} the state
   *     after the {@code n}-th move
   * @throws NotRun when this kernel, or this user, cannot be asked that; with the reason
   */
  KernelRun run(World world, List<Move> moves, Set<Integer> snapshots) throws NotRun;

  @Override
  void close();
}
