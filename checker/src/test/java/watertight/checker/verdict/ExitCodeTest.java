package watertight.checker.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  @Test
  void whenSeveralApplyTheOrderIs70Then2Then1Then4Then3() {
    int[] order = Arrays.stream(ExitCode.values()).mapToInt(ExitCode::number).toArray();
    assertEquals("[70, 2, 1, 4, 3, 0]", Arrays.toString(order));
    assertEquals(ExitCode.FELL, ExitCode.VACUOUS.and(ExitCode.FELL));
    assertEquals(ExitCode.VACUOUS, ExitCode.VACUOUS.and(ExitCode.INCONCLUSIVE));
    assertEquals(ExitCode.BAD_INPUT, ExitCode.AS_EXPECTED.and(ExitCode.BAD_INPUT));
    assertEquals(ExitCode.INTERNAL, ExitCode.BAD_INPUT.and(ExitCode.INTERNAL));
  }
}
