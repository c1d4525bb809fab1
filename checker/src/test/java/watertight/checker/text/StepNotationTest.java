package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watertight.model.linux.Errno;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.Syscall;
import watertight.model.linux.credential.CapSet;
import watertight.model.linux.credential.Capability;
import watertight.model.linux.task.Task;

class StepNotationTest {
  private static final SortedMap<Integer, String> NO_OBJECTS = new TreeMap<>();

  /** What is written so is printed so. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "open(\"../etc/motd\", O_RDONLY) = 3</jail/etc/motd>",
        "open(\"f\", O_RDWR|O_CREAT|O_EXCL, 0600) = 3</f>",
        "open(\"f\", O_WRONLY|O_CREAT, 000) = 3",
        "open(\".\", O_RDWR|O_TMPFILE, 0600) = -1 EISDIR or EOPNOTSUPP",
        "open(NULL, O_RDONLY) = -1 EFAULT",
        "openat(AT_FDCWD, \"f\", O_PATH|O_NOFOLLOW) = 3</f>",
        "openat(3</jail>, \"f\", O_RDONLY) = ?",
        "openat(AT_FDCWD</jail>, \"f\", O_RDONLY)",
        "openat2(3, \"b/link\", {flags=O_PATH, resolve=RESOLVE_BENEATH|RESOLVE_IN_ROOT}, 24) = 4",
        "openat2(3, \"p\", {flags=O_RDWR|O_CREAT, mode=0700}, 24) = 4</p>",
        "openat2(3, \"p\", {flags=O_RDONLY|0x80000000, resolve=0x8000000000000000}, 24) = -1"
            + " EINVAL",
        "openat2(3, \"p\", {flags=O_RDONLY, /* bytes 24..24 */ \"\\x01\"}, 25) = -1 E2BIG",
        "close(-1) = -1 EBADF",
        "read(3, \"a\\n\\t\\\"\\\\\\x00\\x1b\", 64) = 7",
        "read(3, @x, 64) = @n",
        "read(3, NULL, 64) = ?",
        "mkdir(\"d\", 01777) = 0",
        "symlink(\"target\", \"l\") = 0",
        "readlink(\"l\", \"target\", 4095) = 6",
        "readlink(\"l\", \"\", -1) = -1 EINVAL",
        "readlinkat(3, \"l\", \"target\", 4095) = 6",
        "rename(\"a\", \"b\") = 0",
        "stat(\"f\", {st_ino=@F, st_mode=S_IFREG|0644, st_uid=0, st_gid=0, st_size=6}) = 0",
        "stat(\"f\", {st_mode=S_IFDIR|S_ISUID|S_ISGID|S_ISVTX|0777, st_uid=@u}) = 0",
        "stat(\"f\", {st_mode=S_IFLNK}) = 0",
        "lstat(\"f\", {}) = -1 ENOENT",
        "chdir(\"d\") = 0",
        "fchdir(3) = 0",
        "getcwd(\"/jail\", 4096) = 6",
        "chroot(\".\") = 0",
        "mount(NULL, \"/m\", \"tmpfs\", 0, NULL) = 0",
        "mount(\"/a\", \"/b\", NULL, MS_BIND|MS_REC, NULL) = 0",
        "umount2(\"/m\", MNT_DETACH|UMOUNT_NOFOLLOW) = 0",
        "clone(CLONE_FS|SIGCHLD) = B",
        "clone(0) = B",
        "exit(0) = ?",
        "setresuid(-1, 1000, -1) = 0",
        "capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=1<<CAP_CHOWN|1<<CAP_BPF,"
            + " permitted=~(1<<CAP_SYS_CHROOT), inheritable=0}) = 0",
        "socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0",
        "socketpair(AF_UNIX, SOCK_STREAM, 0, NULL) = -1 EMFILE",
        "sendmsg(3, {msg_iov=[{iov_base=\"x\", iov_len=1}], msg_control=[{cmsg_level=SOL_SOCKET,"
            + " cmsg_type=SCM_RIGHTS, cmsg_data=[5</etc>, 6]}]}, 0) = 1",
        "recvmsg(4, {msg_iov=[{iov_base=\"x\", iov_len=8}], msg_control=[{cmsg_level=SOL_SOCKET,"
            + " cmsg_type=SCM_RIGHTS, cmsg_data=[5</etc>]}]}, 0) = 1",
        "+++ exited with 0 +++"
      })
  void whatIsWrittenSoIsPrintedSo(String text) {
    LitmusStep step = one("[A] " + text);
    Expect expect = StepPrinter.expectation(step);
    String right = expect.text().isEmpty() ? "" : " = " + expect.text();
    assertEquals(text, StepPrinter.call(step) + right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "open(\"f\", O_CREAT|O_WRONLY, 420) = 0x3 ~ open(\"f\", O_WRONLY|O_CREAT, 0644) = 3",
        "open(\"f\", 0101 /* O_??? */) = 3 ~ open(\"f\", O_WRONLY|O_CREAT, 000) = 3",
        "open( \"\\146\\x6f\\\"\" , 0 )=-1 ENOENT (No such file or directory) ~ open(\"fo\\\"\","
            + " O_RDONLY) = -1 ENOENT",
        "close(3<socket:[123]>) = 0 # done ~ close(3) = 0",
        "openat(3<\\57jail>, \"f\", O_RDONLY|O_CLOEXEC) = 4</a\\76b> ~ openat(3</jail>, \"f\","
            + " O_RDONLY|O_CLOEXEC) = 4</a\\x3eb>",
        "newfstatat(AT_FDCWD, \"f\", {st_mode=S_IFREG|0644, st_size=6, ...}, 0) = 0 ~ stat(\"f\","
            + " {st_mode=S_IFREG|0644, st_size=6}) = 0",
        "newfstatat(AT_FDCWD, \"f\", 0x7ffd0010, AT_SYMLINK_NOFOLLOW) = -1 ENOENT ~ lstat(\"f\","
            + " {}) = -1 ENOENT",
        "clone(child_stack=NULL, flags=SIGCHLD|CLONE_FS) = 12 ~ clone(CLONE_FS|SIGCHLD) = 12",
        "setresuid(4294967295, 0, 0) = 0 ~ setresuid(-1, 0, 0) = 0",
        "read(3, 0x7ffd0010, 64) = -1 EBADF or EISDIR or EBADF ~ read(3, \"\", 64) = -1 EBADF or"
            + " EISDIR",
        "recvmsg(4, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"x\", iov_len=1}],"
            + " msg_iovlen=1, msg_control=[{cmsg_len=20, cmsg_level=SOL_SOCKET,"
            + " cmsg_type=SCM_RIGHTS, cmsg_data=[5]}], msg_controllen=24, msg_flags=0}, 0) = 1 ~"
            + " recvmsg(4, {msg_iov=[{iov_base=\"x\", iov_len=1}],"
            + " msg_control=[{cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[5]}]}, 0) = 1"
      })
  void realStraceOutputIsAccepted(String written, String printed) {
    LitmusStep step = one("[A] " + written);
    assertEquals(printed, StepPrinter.call(step) + " = " + StepPrinter.expectation(step).text());
  }

  @Test
  void aPathIsKeptAndNullIsABadAddress() {
    LitmusStep.Call open = (LitmusStep.Call) one("[C] open(\"a b\", O_RDONLY) = 3</a b>");
    assertEquals(new Task(2), open.task());
    assertEquals(new Syscall.Open("a b", OpenFlags.O_RDONLY, 0), open.call());
    assertEquals(new Expect.Descriptor(3, "/a b"), open.expect());
    LitmusStep.Call chdir = (LitmusStep.Call) one("[A] chdir(NULL) = -1 EFAULT");
    assertNull(assertInstanceOf(Syscall.Chdir.class, chdir.call()).path());
    assertEquals(new Expect.Fails(List.of(Errno.EFAULT)), chdir.expect());
  }

  @Test
  void theTailOfOpenHowMattersByItsBytesAlone() {
    assertEquals(true, how("{flags=O_PATH}, 24").tailIsZero());
    assertEquals(true, how("{flags=O_PATH, \"\\0\\0\\0\\0\"}, 32").tailIsZero());
    assertEquals(false, how("{flags=O_PATH, resolve=0, \"\\0\\0\\1\"}, 32").tailIsZero());
  }

  private static Syscall.OpenHow how(String arguments) {
    LitmusStep.Call step = (LitmusStep.Call) one("[A] openat2(3, \"p\", " + arguments + ") = 4");
    return ((Syscall.Openat2) step.call()).how();
  }

  @Test
  void setsOfCapabilitiesAreRelativeToAll() {
    String sets =
        "{effective=~(1<<CAP_CHOWN|1<<18), permitted=0xffffffffffffffff, inheritable=0x1}";
    LitmusStep.Call step =
        (LitmusStep.Call)
            one("[A] capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, " + sets + ") = 0");
    CapSet without = CapSet.of(Capability.CAP_CHOWN, Capability.CAP_SYS_CHROOT);
    CapSet chown = CapSet.of(Capability.CAP_CHOWN);
    assertEquals(new Syscall.Capset(CapSet.ALL.minus(without), CapSet.ALL, chown), step.call());
  }

  @Test
  void aCallThatWaitsIsKnownWholeOnceItComesBack() {
    List<LitmusStep> steps =
        Texts.steps(
            "[A] clone(SIGCHLD) = B",
            "[B] read(4</p>, <unfinished ...>   (it blocks)",
            "[B] <... read resumed> <unfinished ...>",
            "[B] <... read resumed> \"x\", 1) = 1",
            "[B] open(\"p\", O_RDONLY <unfinished ...>",
            "[B] <... open resumed>) = 3</p>");
    Syscall read = new Syscall.Read(4, 1);
    Syscall open = new Syscall.Open("p", 0, 0);
    SortedMap<Integer, String> pipe = new TreeMap<>(Map.of(4, "/p"));
    Task b = new Task(1);
    assertEquals(
        List.of(
            new LitmusStep.Begin(b, read, pipe),
            new LitmusStep.Again(b, read),
            new LitmusStep.End(b, read, new Out.Text("x"), new Expect.Returns(1)),
            new LitmusStep.Begin(b, open, NO_OBJECTS),
            new LitmusStep.End(b, open, new Out.Nothing(), new Expect.Descriptor(3, "/p"))),
        steps.subList(1, steps.size()));
    assertEquals(
        List.of(
            "[B] read(4</p>, <unfinished ...>",
            "[B] <... read resumed> <unfinished ...>",
            "[B] <... read resumed> \"x\", 1) = 1",
            "[B] open(\"p\", O_RDONLY <unfinished ...>",
            "[B] <... open resumed>)        = 3</p>"),
        StepPrinter.lines(steps.subList(1, steps.size())));
  }

  @Test
  void aCallThatNeverComesBackHasRoom() {
    List<LitmusStep> steps = Texts.steps("[A] getcwd(<unfinished ...>");
    assertEquals(
        List.of(new LitmusStep.Begin(Task.A, new Syscall.Getcwd(4096), NO_OBJECTS)), steps);
  }

  @Test
  void whatAFailingCallWritesIsNotSaid() {
    for (String out : List.of("\"\"", "NULL", "0x7ffd", "\"left over\"")) {
      LitmusStep.Call step =
          (LitmusStep.Call) one("[A] readlink(\"l\", " + out + ", 4095) = -1 ENOENT");
      assertEquals(new Out.Nothing(), step.out());
    }
  }

  @Test
  void fieldsThatAreLeftOutAreNotCompared() {
    LitmusStep.Call step = (LitmusStep.Call) one("[A] stat(\"f\", {st_uid=0, ...}) = 0");
    Out.Status status = assertInstanceOf(Out.Status.class, step.out());
    assertEquals(Optional.of(new Value.Exactly(0)), status.uid());
    assertEquals(Optional.empty(), status.size());
  }

  @Test
  void resultsStandBelowEachOtherUnlessALineIsLong() {
    List<LitmusStep> steps =
        Texts.steps(
            "[A] chdir(\"/jail\") = 0",
            "[A] chroot(\".\") = 0",
            "[A] open(\"" + "x".repeat(80) + "\", O_RDONLY) = -1 ENOENT");
    assertEquals(
        List.of(
            "[A] chdir(\"/jail\") = 0",
            "[A] chroot(\".\")    = 0",
            "[A] open(\"" + "x".repeat(80) + "\", O_RDONLY) = -1 ENOENT"),
        StepPrinter.lines(steps));
  }

  private static LitmusStep one(String line) {
    return Texts.steps(line).getFirst();
  }
}
