package watertight.checker.kernel;

import java.util.List;
import watertight.model.enclave.hostcall.Range;

/** Answers single calls as a kernel does; each has a world of its own. */
public interface HostcallKernel extends AutoCloseable {
  /**
   * What lies where before the first call.
   *
   * @param enclave the range that stands for the enclave; no mapping is ever put there
   * @param playground where fixed mappings may be put
   * @param live the mappings that there are, the playground among them, the heap not
   */
  record Memory(Range enclave, Range playground, List<Range> live) {
    public Memory {
      live = List.copyOf(live);
    }
  }

  /** What lies where before the first call. */
  Memory memory();

  /** Which kernel it is. */
  String text();

  /** The answer to a call, field by field; words are what it is and its arguments. */
  List<Long> ask(List<Long> words);

  /** Ends its world, in which nothing is left. */
  @Override
  void close();

  /** Opens one more. */
  @FunctionalInterface
  interface Source {
    /**
     * One more.
     *
     * @throws NotRun when there is none to be had, with the reason
     */
    HostcallKernel open() throws NotRun;
  }
}
