package watertight.checker.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executor is compiled on the machine: what it lacks is a reason, what is wrong is a fault. */
class CompilerTest {
  @TempDir Path dir;

  @Test
  void withoutACompilerTheKernelIsNotAskedAndWhy() throws IOException, InterruptedException {
    Command ran = conform();
    assertEquals(3, ran.code(), ran.out());
    assertTrue(ran.out().contains("not run: there is no C compiler (cc)"), ran.out());
  }

  @Test
  void aHeaderThatIsNotThereIsAReason() throws IOException, InterruptedException {
    compiler("wt-exec.c:9:10: fatal error: linux/openat2.h: No such file or directory");
    Command ran = conform();
    assertEquals(3, ran.code(), ran.out());
    assertTrue(ran.out().contains("not run: cc lacks what the executor needs: "), ran.out());
    assertTrue(ran.out().contains("linux/openat2.h"), ran.out());
  }

  @Test
  void anErrorInTheProgramIsAFault() throws IOException, InterruptedException {
    compiler("wt-exec.c:9:1: error: expected ; before }");
    Command ran = conform();
    assertEquals(70, ran.code(), ran.out());
    assertTrue(ran.out().contains("expected ; before }"), ran.out());
  }

  private Command conform() throws IOException, InterruptedException {
    ProcessBuilder builder =
        Command.builder(dir.resolve("cache"), List.of(), List.of(), "conform", "--runs", "1");
    builder.environment().put("PATH", dir.toString());
    return Command.run(builder, dir.resolve("log"));
  }

  /** A compiler that says this, and fails. */
  private void compiler(String error) throws IOException {
    Path cc = Files.writeString(dir.resolve("cc"), "#!/bin/sh\necho '" + error + "'\nexit 1\n");
    Files.setPosixFilePermissions(cc, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
