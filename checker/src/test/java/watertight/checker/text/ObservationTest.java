package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watertight.model.Gate;
import watertight.model.Result;
import watertight.model.linux.Errno;
import watertight.model.linux.Reply;
import watertight.model.linux.Syscall;
import watertight.model.linux.mount.Mount;
import watertight.model.linux.path.Inode;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.TreeDentry;
import watertight.model.linux.task.Task;

class ObservationTest {
  private static final Path PATH = new Path(new Mount(0), new TreeDentry(0));
  private static final Observation.Naming NAMING =
      new Observation.Naming(path -> "/etc/motd", identity -> Optional.of("F"));

  private record Refusal(String id, Errno code) implements Gate {}

  @Test
  void resultsAreWrittenAsStraceDoes() {
    assertStep(new Syscall.Chdir("/"), new Reply.Number(0), "[A] chdir(\"/\") = 0");
    assertStep(
        new Syscall.Open("motd", 0, 0),
        new Reply.Descriptor(3, PATH),
        "[A] open(\"motd\", O_RDONLY) = 3</etc/motd>");
    assertStep(
        new Syscall.Read(3, 64), new Reply.Text("outside", 7), "[A] read(3, \"outside\", 64) = 7");
    assertStep(
        new Syscall.Stat("f"),
        new Reply.Status(new Reply.Identity.Stored(new Inode(1)), "S_IFREG", 0644, 0, 5, -1),
        "[A] stat(\"f\", {st_ino=@F, st_mode=S_IFREG|0644, st_uid=0, st_gid=5}) = 0");
    assertStep(new Syscall.Clone(17), new Reply.Child(new Task(1), 3), "[A] clone(SIGCHLD) = B");
    assertStep(
        new Syscall.Socketpair(),
        new Reply.Pair(3, 4),
        "[A] socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0");
    assertStep(
        new Syscall.Recvmsg(4, 1),
        new Reply.Message("x", List.of(5), List.of(PATH)),
        "[A] recvmsg(4, {msg_iov=[{iov_base=\"x\", iov_len=1}],"
            + " msg_control=[{cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS,"
            + " cmsg_data=[5</etc/motd>]}]}, 0) = 1");
    assertStep(
        new Syscall.Open("p", 0, 0),
        new Reply.Unfinished(),
        "[A] open(\"p\", O_RDONLY <unfinished ...>");
  }

  private static void assertStep(Syscall call, Reply reply, String line) {
    LitmusStep step = Observation.of(new Result.Returned(reply), NAMING).step(Task.A, call);
    assertEquals(List.of(line), StepPrinter.lines(List.of(step)));
    assertEquals(List.of(step), Texts.steps(line));
  }

  @Test
  void aRefusalHasItsErrorAndItsGate() {
    Refusal gate = new Refusal("chroot-needs-capability", Errno.EPERM);
    Observation observation = Observation.of(new Result.Refused(gate), NAMING);
    assertEquals("-1 EPERM", observation.text());
    assertEquals("-1 EPERM (chroot-needs-capability)", observation.textWithRemark());
  }

  @Test
  void whatHasNoResultSaysWhy() {
    assertEquals("? (exited)", remark(new Result.Dies("exited")));
    assertEquals("? (it does not end: a circle)", remark(new Result.DoesNotEnd("a circle")));
    assertEquals("? (it cannot be taken: dead)", remark(new Result.NotEnabled("dead")));
    assertEquals("? (out of scope: inodes)", remark(new Result.OutOfScope("inodes")));
    assertEquals("(it waits for a writer)", remark(new Result.Blocks("a writer")));
  }

  private static String remark(Result result) {
    return Observation.of(result, NAMING).textWithRemark();
  }

  @Test
  void aCallThatWaitedGoesOnOrComesBack() {
    Syscall call = new Syscall.Open("p", 0, 0);
    Observation again = Observation.of(new Result.Returned(new Reply.Unfinished()), NAMING);
    Observation end = Observation.of(new Result.Returned(new Reply.Descriptor(3, PATH)), NAMING);
    assertEquals(
        List.of(
            "[A] <... open resumed> <unfinished ...>", "[A] <... open resumed>) = 3</etc/motd>"),
        StepPrinter.lines(List.of(again.next(Task.A, call), end.next(Task.A, call))));
  }
}
