package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watertight.checker.kernel.Host.Privilege;
import watertight.model.linux.Errno;
import watertight.model.linux.MountFlags;
import watertight.model.linux.Syscall;

/** What is excused in a user namespace, and what is not: an excuse too wide hides a difference. */
class InUserNamespaceTest {
  private static final Syscall UMOUNT = new Syscall.Umount2("/", MountFlags.MNT_DETACH);
  private static final Syscall PROC = new Syscall.Mount("none", "/a", "proc", 0);
  private static final Set<Errno> SUCCESS = Set.of();

  private static boolean excused(Syscall call, Set<Errno> expected, Errno errno) {
    return excused(Privilege.SINGLE, call, expected, errno);
  }

  private static boolean excused(
      Privilege privilege, Syscall call, Set<Errno> expected, Errno errno) {
    Answer answer = new Answer.Failed(errno.number());
    return InUserNamespace.reason(privilege, call, expected, answer).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aLockedRootIsExcusedForAllButRoot(Privilege privilege) {
    boolean root = privilege == Privilege.ROOT;
    assertEquals(!root, excused(privilege, UMOUNT, SUCCESS, Errno.EINVAL));
    assertEquals(!root, excused(privilege, PROC, SUCCESS, Errno.EPERM));
  }

  @Test
  void aMountThatIsLockedHasBeenFound() {
    assertEquals(true, excused(UMOUNT, Set.of(Errno.EBUSY), Errno.EINVAL));
    assertEquals(false, excused(UMOUNT, Set.of(Errno.ENOENT), Errno.EINVAL));
    assertEquals(false, excused(UMOUNT, Set.of(Errno.EACCES), Errno.EINVAL));
    assertEquals(false, excused(UMOUNT, SUCCESS, Errno.EBUSY));
  }

  @Test
  void onlyANewProcfsRevealsTooMuch() {
    Syscall tmpfs = new Syscall.Mount("none", "/a", "tmpfs", 0);
    Syscall bind = new Syscall.Mount("/proc", "/a", "proc", MountFlags.MS_BIND);
    assertEquals(false, excused(tmpfs, SUCCESS, Errno.EPERM));
    assertEquals(false, excused(bind, SUCCESS, Errno.EPERM));
    assertEquals(false, excused(PROC, Set.of(Errno.ENOENT), Errno.EPERM));
  }

  @Test
  void whatIsRefusedBeforePermissionIsAskedForIsNotExcused() {
    Syscall open = new Syscall.Open("/proc/2/sched", 0, 0);
    assertEquals(true, excused(open, Set.of(Errno.EPERM), Errno.EACCES));
    assertEquals(false, excused(open, Set.of(Errno.ENOENT), Errno.EACCES));
    assertEquals(false, excused(open, SUCCESS, Errno.EACCES));
  }
}
