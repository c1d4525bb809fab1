package watertight.properties.linux.state;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import watertight.model.PlainCells;
import watertight.model.Result;
import watertight.model.linux.Kernel;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.Syscall.Disposition;
import watertight.model.linux.Syscall.PrctlOption;
import watertight.model.linux.signal.Signal;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;
import watertight.model.linux.world.WorldBuilder;

/** The model says nothing of a signal that it does not have, where a kernel would take it. */
class SignalNumberProperties {
  private static final int ITSELF = 2;

  private static List<Syscall> calls(int signal) {
    return List.of(
        new Syscall.Kill(ITSELF, signal),
        new Syscall.Tgkill(ITSELF, ITSELF, signal),
        new Syscall.RtSigaction(signal, Disposition.IGNORED, 0),
        new Syscall.Prctl(PrctlOption.PR_SET_PDEATHSIG, signal),
        new Syscall.Clone(signal));
  }

  private static Result call(Syscall call) {
    PlainCells cells = WorldBuilder.start(World.DEFAULT);
    return new Kernel(Rules.LINUX).call(cells, Task.A, call);
  }

  @Property
  void aCallWithARealTimeSignalIsNotTaken(@ForAll @IntRange(min = 32, max = 64) int signal) {
    for (Syscall call : calls(signal)) {
      if (!(call(call) instanceof Result.NotEnabled)) {
        throw new AssertionError(call + " gave " + call(call));
      }
    }
  }

  @Property
  void aCallWithAStandardSignalIsTaken(@ForAll Signal signal) {
    for (Syscall call : calls(signal.number())) {
      if (!call(call).taken()) {
        throw new AssertionError(call + " gave " + call(call));
      }
    }
  }
}
