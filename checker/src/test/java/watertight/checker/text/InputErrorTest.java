package watertight.checker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputErrorTest {
  /** A step of task A, in line 3 from column 5, and its error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "open(\"f\", O_NOFOLOW) ~ 3:15: found \"O_NOFOLOW\", expected a flag of open; did you mean"
            + " \"O_NOFOLLOW\"?",
        "opne(\"f\", O_RDONLY) ~ 3:5: found \"opne\", expected a call such as open, chdir or"
            + " chroot; did you mean \"open\"?",
        "fork() ~ 3:5: found \"fork\", which is not in this version, expected a call such"
            + " as open, chdir or chroot",
        "open(\"f\") ~ 3:13: found \")\", expected \",\" and the next argument of open",
        "open() ~ 3:10: found \")\", expected an argument of open",
        "open(\"f\", O_RDONLY, 0, 0) = 3 ~ 3:26: found \",\", expected \")\"",
        "open(\"f\", O_RDONLY = 3 ~ 3:24: found \"=\", expected \",\" or \")\"",
        "open(\"f\", 99999999999999999999) ~ 3:15: found \"99999999999999999999\", expected a"
            + " number of at most 64 bits",
        "open(\"f\", 12x) ~ 3:15: found \"12x\", expected a flag of open",
        "open(f, O_RDONLY) ~ 3:10: found \"f\", expected a path in quotation marks, or NULL",
        "open(\"f\\q\", O_RDONLY) ~ 3:12: found \"\\q\", expected an escape as in C, such as \\n"
            + " or \\x0a",
        "open(\"a\\0\", O_RDONLY) ~ 3:10: found \"a\\0\", expected a path without a zero byte",
        "open(\"f ~ 3:12: found the end of the line, expected \\'\"\\'",
        "open(\"f\"..., O_RDONLY) ~ 3:10: found an abbreviated text, expected the whole text"
            + " (strace -s 65536)",
        "open(\"f\", O_RDONLY) = ENOENT ~ 3:27: found \"ENOENT\", expected \"-1 ENOENT\"",
        "open(\"f\", O_RDONLY) = -1 ENOET ~ 3:30: found \"ENOET\", expected the name of an error;"
            + " did you mean \"ENOENT\"?",
        "open(\"f\", O_RDONLY) = -1 ~ 3:29: found the end of the line, expected the name of an"
            + " error",
        "open(\"f\", O_RDONLY) = 3</f ~ 3:31: found the end of the line, expected \\'>\\'",
        "open(\"f\", O_RDONLY) = 3<f> ~ 3:28: found \"<f>\", expected an absolute path between <"
            + " and >",
        "open(\"f\", O_RDONLY) = 3 4 ~ 3:29: found \"4\", expected the end of the line",
        "open(\"f\", O_RDONLY) = 3 (so ~ 3:32: found the end of the line, expected \")\"",
        "open(\"f\", O_RDONLY) 3 ~ 3:25: found \"3\", expected \"=\" and an expectation, or the end"
            + " of the line",
        "close(x) ~ 3:11: found \"x\", expected a descriptor",
        "close(@x) ~ 3:11: found \"@x\", expected the number of a descriptor, or AT_FDCWD",
        "close(99999999999) ~ 3:11: found \"99999999999\", expected a descriptor from -2147483648"
            + " to 2147483647",
        "stat(\"f\", {st_inode=@F}) ~ 3:16: found \"st_inode\", expected a field of struct stat"
            + " (st_ino, st_mode, st_uid, st_gid, st_size); did you mean \"st_ino\" or"
            + " \"st_mode\"?",
        "stat(\"f\", {st_nlink=1}) ~ 3:16: found \"st_nlink\", which is not in this version,"
            + " expected a field of struct stat (st_ino, st_mode, st_uid, st_gid, st_size)",
        "stat(\"f\", {st_uid=0, st_uid=0}) ~ 3:26: found a second \"st_uid\", expected each field"
            + " once",
        "stat(\"f\", {st_ino=5}) ~ 3:23: found \"5\", expected @name for the identity of an object,"
            + " equal where the object is the same",
        "mount(\"a\", \"b\", NULL, MS_NODEV, NULL) ~ 3:27: found \"MS_NODEV\", which is not in this"
            + " version, expected a flag of mount (MS_REMOUNT, MS_NOSYMFOLLOW, MS_BIND, MS_REC)",
        "mount(\"a\", \"b\", NULL, 0, \"size=1\") ~ 3:30: found \"size=1\", expected the options of"
            + " mount (NULL)",
        "clone(CLONE_NEWUSER) ~ 3:11: found \"CLONE_NEWUSER\", which is not in this version,"
            + " expected a flag of clone (CLONE_FS, CLONE_FILES, CLONE_NEWNS, CLONE_NEWUTS,"
            + " CLONE_NEWPID, CLONE_VM, CLONE_SIGHAND, CLONE_THREAD, CLONE_PARENT)",
        "socketpair(AF_INET, SOCK_STREAM, 0, [3, 4]) ~ 3:16: found \"AF_INET\", which is not in"
            + " this version, expected an address family (AF_UNIX)",
        "sendmsg(3, {msg_iov=[{iov_base=\"xy\", iov_len=1}]}, 0) ~ 3:16: found iov_len=1, expected"
            + " iov_len=2 for this text",
        "openat2(3, \"p\", {resolve=0}, 24) ~ 3:31: found \"}\", expected the field flags",
        "<... read resumed> \"x\", 1) = 1 ~ 3:10: found \"<... read resumed>\", expected a call,"
            + " since the task does not wait",
        "--- SIGX --- ~ 3:9: found \"SIGX\", expected a signal such as SIGTERM",
        "+++ stopped by SIGSTOP +++ ~ 3:9: found \"stopped\", expected the end of a task (exited,"
            + " killed)"
      })
  void aStepSaysWhatIsWrong(String step, String error) {
    InputError e =
        assertThrows(InputError.class, () -> Texts.litmus("litmus \"t\"\nrun\n[A] " + step + "\n"));
    assertEquals("x:" + error.replace("\\'", "'"), e.getMessage());
  }

  /** A file of the lines between the bars, and its error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "run ~ 1:1: found \"run\", expected \"litmus \\\"title\\\"\"",
        "litmus t ~ 1:8: found \"t\", expected a title in quotation marks",
        "litmus \"t\" ~ 1:11: found the end of the file, expected \"run\" and steps",
        "litmus \"t\"|run ~ 2:4: found the end of the file, expected a step such as [A]"
            + " chdir(\"/\")",
        "litmus \"t\"|claim x ~ 2:7: found \"x\", expected the name of a claim such as"
            + " chroot/dotdot-is-root",
        "litmus \"t\"|claim a/b|claim a/b ~ 3:1: found a second \"claim\", expected each line of"
            + " the head once",
        "litmus \"t\"|machine trustzone ~ 2:9: found the machine \"trustzone\", which is not in"
            + " this version, expected \"charge\", \"sgx\", \"hostcall\", or a file without a line"
            + " \"machine\"",
        "litmus \"t\"|wrld ~ 2:1: found \"wrld\", expected a line of the head (claim, source,"
            + " without, machine, world, run); did you mean \"world\"?",
        "litmus \"t\"|without resolve-benaeth ~ 2:9: found \"resolve-benaeth\", expected the name"
            + " of a guard (absolute-symlink-restarts-at-root, chroot-needs-capability,"
            + " dotdot-at-mount-root-crosses-to-mountpoint, dotdot-stops-at-root,"
            + " path-must-stay-connected, resolve-beneath, resolve-in-root, root-per-task,"
            + " symlink-limit); did you mean \"resolve-beneath\"?",
        "litmus \"t\"|run|[pid 12] chdir(\"/\") = 0 ~ 3:1: found \"[pid 12]\", expected a task\\'s"
            + " letter such as [A]",
        "litmus \"t\"|run|chdir(\"/\") = 0 ~ 3:1: found \"chdir\", expected a task\\'s letter such"
            + " as [A]",
        "litmus \"t\"|run|[A] chdir(\"/\")|world ~ 4:1: found \"world\", expected a task\\'s letter"
            + " such as [A]",
        "litmus \"t\"|run|[A] read(3, <unfinished ...>|[A] chdir(\"/\") ~ 4:5: found a call of A,"
            + " expected \"<... read resumed>\", since it waits",
        "litmus \"t\"|run|[A] read(3, <unfinished ...>|[A] <... open resumed>) ~ 4:10: found"
            + " \"open\", expected \"read\", which is the call that waits",
        "litmus \"t\"|world|userns U1 ~ 3:1: found \"userns\", which is not in this version,"
            + " expected a line of the world (dir, file, symlink, link, fifo, socket, char, block,"
            + " mode, owner, mount, bind, task, pidns, rules)",
        "litmus \"t\"|world|dri /d ~ 3:1: found \"dri\", expected a line of the world (dir, file,"
            + " symlink, link, fifo, socket, char, block, mode, owner, mount, bind, task, pidns,"
            + " rules); did you mean \"dir\"?",
        "litmus \"t\"|world|dir d ~ 3:5: found \"d\", expected an absolute path without \".\","
            + " \"..\" and empty components",
        "litmus \"t\"|world|dir /a/../b ~ 3:5: found \"/a/../b\", expected an absolute path without"
            + " \".\", \"..\" and empty components",
        "litmus \"t\"|world|file /f inside ~ 3:9: found \"inside\", expected a text in quotation"
            + " marks",
        "litmus \"t\"|world|symlink /l target ~ 3:12: found \"target\", expected \"->\"",
        "litmus \"t\"|world|mode 0999 /d ~ 3:6: found \"0999\", expected a mode of at most 07777,"
            + " in octal digits",
        "litmus \"t\"|world|mount tmpfs /m nodev ~ 3:16: found \"nodev\", which is not in this"
            + " version, expected an option of a mount (nosymfollow)",
        "litmus \"t\"|world|task B caps=sys_chrot ~ 3:13: found \"sys_chrot\", expected a"
            + " capability; did you mean \"sys_chroot\"?",
        "litmus \"t\"|world|task B userns=U1 ~ 3:8: found \"userns\", which is not in this version,"
            + " expected a part of a task (uid, gid, caps, root, cwd, parent, pidns, session, fd)",
        "litmus \"t\"|world|task b ~ 3:6: found \"b\", expected the letter of a task, A to Z",
        "litmus \"t\"|world|rules protected_symlink=1 ~ 3:7: found \"protected_symlink\", expected"
            + " a limit or a sysctl (symlinks, name_max, path_max, protected_symlinks,"
            + " protected_regular, protected_fifos, suid_dumpable, pid_levels); did you mean"
            + " \"protected_symlinks\"?",
        "litmus \"t\"|world|rules protected_symlinks=2 ~ 3:26: found \"2\", expected"
            + " protected_symlinks from 0 to 1",
        "litmus \"t\"|world|file /f \"\"|dir /f/d|run|[A] exit(0) ~ 4:1: found a line that cannot"
            + " be here (what should be a directory of /f/d is none), expected a world that can be"
            + " made",
        "litmus \"t\"|world|task B parent=C|run|[A] exit(0) ~ 3:1: found a line that cannot be here"
            + " (there is no task C yet), expected a world that can be made"
      })
  void aFileSaysWhatIsWrong(String lines, String error) {
    InputError e =
        assertThrows(InputError.class, () -> Texts.litmus(lines.replace("|", "\n") + "\n"));
    assertEquals("x:" + error.replace("\\'", "'"), e.getMessage());
  }

  @Test
  void onlyUtf8WithoutControlCharactersIsText() {
    assertBytes("x:1:1: found an empty file, expected a litmus test or a scenario");
    assertBytes("x:2:3: found the byte 0xff, expected UTF-8 text", 'a', '\n', 'b', 'c', 0xff, 'd');
    assertBytes("x:1:1: found the byte 0xc3, expected UTF-8 text", 0xc3);
    assertBytes("x:1:2: found the character U+0000, expected printable text", 'a', 0);
    assertBytes("x:1:2: found a tab, expected blanks", 'a', '\t');
    assertBytes(
        "x:1:2: found a carriage return, expected lines that end in a newline alone",
        'a',
        '\r',
        '\n');
  }

  private static void assertBytes(String message, int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    InputError e = assertThrows(InputError.class, () -> Source.of("x", content));
    assertEquals(message, e.getMessage());
    Texts.assertWellFormed(e, content);
  }

  @Test
  void linesAndFilesHaveABound() {
    String line = "litmus \"" + "x".repeat(1 << 17) + "\"\n";
    assertMessage("x:1:65537: found a longer line, expected at most 65536 characters", line);
    String file = "# comment\n".repeat(1 << 19);
    InputError e =
        assertThrows(InputError.class, () -> Source.of("x", file.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "x:1:1: found a file of more than 4 MiB, expected one of at most 4 MiB", e.getMessage());
    String lines = "litmus \"t\"\nworld\n" + "dir /a/b/c\n".repeat(600);
    assertMessage(
        "x:515:1: found a larger world, expected at most 2048 names in all its lines", lines);
  }

  private static void assertMessage(String message, String text) {
    InputError e = assertThrows(InputError.class, () -> Texts.litmus(text));
    assertEquals(message, e.getMessage());
  }

  @Test
  void aFileThatCannotBeReadIsAnInputError(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("none.litmus");
    assertUnreadable(file, "no such file");
    assertUnreadable(directory, "a directory");
    Files.writeString(file, "litmus \"t\"\nrun\n[A] exit(0) = ?\n");
    assertEquals(1, LitmusParser.parse(file, Texts.GUARDS).litmus().steps().size());
  }

  private static void assertUnreadable(Path path, String found) {
    InputError e = assertThrows(InputError.class, () -> LitmusParser.parse(path, Texts.GUARDS));
    assertEquals(path + ":1:1: found " + found + ", expected a readable text file", e.getMessage());
  }

  @Test
  void manyArgumentsAndNestedBracketsEndSoon() {
    Stream.of("(", "[", "{", "\"", "|", "1<<", "~(", "@", "<", "/*", "\\")
        .map(part -> "litmus \"t\"\nrun\n[A] capset(" + part.repeat(60_000 / part.length()) + "\n")
        .forEach(
            text -> {
              InputError e = assertThrows(InputError.class, () -> Texts.litmus(text));
              assertTrue(e.getMessage().length() < 300, e.getMessage());
            });
  }
}
