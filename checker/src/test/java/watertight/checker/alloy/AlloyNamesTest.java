package watertight.checker.alloy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AlloyNamesTest {
  @Test
  void aGuardIsASignature() {
    assertEquals("PathMustStayConnected", AlloyNames.signature("path-must-stay-connected"));
    assertEquals("path-must-stay-connected", AlloyNames.guard("PathMustStayConnected"));
  }

  @Test
  void aClaimIsAPredicateOfItsSystem() {
    String claim = "chroot/moved-directory.mount-root";
    assertEquals("chroot", AlloyNames.module(claim));
    assertEquals("moved_directory__mount_root", AlloyNames.predicate(claim));
  }

  @Test
  void aCallIsNamedAfterItsPredicate() {
    assertEquals("clone_fs_ok", AlloyNames.success("CloneFs"));
    assertEquals("CloneFs", AlloyNames.kind("this/CloneFs$0"));
  }
}
