package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watertight.checker.kernel.Host.Network;
import watertight.model.linux.Syscall;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;

/**
 * Which network namespace a world has, as one of its tasks sees it: man 7 namespaces,
 * network_namespaces. Catches an executor that leaves CLONE_NEWNET out, and one that always has it.
 */
class NetworkTest {
  private static final String NAMESPACE = "/proc/self/ns/net";

  @Test
  void aWorldHasANetworkOfItsOwnWhenAskedFor() throws IOException {
    String ours = Files.readSymbolicLink(Path.of(NAMESPACE)).toString();
    String theirs = seen(Network.OWN);
    assertTrue(theirs.matches("net:\\[\\d+]"), theirs);
    assertNotEquals(ours, theirs);
  }

  @Test
  void itHasTheNetworkOfTheMachineOtherwise() throws IOException {
    assertEquals(Files.readSymbolicLink(Path.of(NAMESPACE)).toString(), seen(Network.SHARED));
  }

  private static String seen(Network network) {
    Move move = new Move(Task.A, new Syscall.Readlink(NAMESPACE, 64), Move.Kind.CALL, Task.A);
    try (Oracle oracle = LocalOracle.open(network)) {
      Answer answer = oracle.run(World.DEFAULT, List.of(move), Set.of()).answers().getFirst();
      return answer instanceof Answer.Returned(long length, Answer.Out.Bytes(String bytes))
          ? bytes
          : answer.toString();
    } catch (NotRun e) {
      return abort("not run: " + e.getMessage());
    }
  }
}
