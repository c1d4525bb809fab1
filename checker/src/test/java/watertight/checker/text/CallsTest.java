package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import watertight.model.linux.Syscall;

class CallsTest {
  @Test
  void everyCallOfTheModelHasAForm() {
    Set<String> calls =
        Arrays.stream(Syscall.class.getPermittedSubclasses())
            .map(type -> Syscall.nameOf(type.asSubclass(Syscall.class)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(calls, Calls.names());
  }

  @Test
  void noCallIsBothHereAndLater() {
    assertTrue(Collections.disjoint(Calls.FORMS.known().keySet(), Calls.FORMS.later()));
  }
}
