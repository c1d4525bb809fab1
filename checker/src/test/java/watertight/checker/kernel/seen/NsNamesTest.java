package watertight.checker.kernel.seen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NsNamesTest {
  private final NsNames names = new NsNames();

  @Test
  void aNumberMayBeAnyTheFirstTimeAndIsTheSameAfterThat() {
    assertTrue(names.same("uts:[1]", "uts:[4026531838]"));
    assertTrue(names.same("uts:[1]", "uts:[4026531838]"));
    assertFalse(names.same("uts:[1]", "uts:[4026532000]"));
  }

  @Test
  void twoNamespacesAreNotOne() {
    assertTrue(names.same("uts:[1]", "uts:[4026531838]"));
    assertFalse(names.same("uts:[2]", "uts:[4026531838]"));
  }

  @Test
  void theKindMustBeTheSame() {
    assertFalse(names.same("uts:[1]", "mnt:[1]"));
  }

  @Test
  void otherTextsAreEqualOrNot() {
    assertTrue(names.same("/jail", "/jail"));
    assertFalse(names.same("/jail", "/other"));
    assertFalse(names.same("socket:[1]", "socket:[2]"));
  }

  @Test
  void whatIsCutIsComparedByItsLength() {
    assertTrue(names.same("uts:[402", "uts:[999"));
    assertFalse(names.same("uts:[402", "uts:[40"));
  }
}
