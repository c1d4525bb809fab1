package watertight.checker.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the executor's program: compiled once with the machine's cc, kept by its content. */
final class Executor {
  private static final List<String> FLAGS = List.of("-O2", "-std=gnu17");
  private static final List<String> CHECKED =
      List.of(
          "-O1", "-g", "-std=gnu17", "-fsanitize=address,undefined", "-fno-sanitize-recover=all");

  private static final Pattern MISSING =
      Pattern.compile("fatal error: .*(No such file or directory|file not found)|cannot find ");

  private Executor() {}

  /** The program, compiled when it is not there yet. */
  static Path program() throws NotRun {
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      throw new NotRun("the kernel oracle runs on Linux for x86_64");
    }
    List<String> flags = Boolean.getBoolean("watertight.oracle.sanitize") ? CHECKED : FLAGS;
    try (InputStream in = Executor.class.getResourceAsStream("wt-exec.c")) {
      if (in == null) {
        throw new IllegalStateException("wt-exec.c is not among the resources");
      }
      byte[] source = in.readAllBytes();
      Path directory = cache(hash(source, flags));
      Path program = directory.resolve("wt-exec");
      if (!Files.isExecutable(program)) {
        compile(source, flags, directory, program);
      }
      return program;
    } catch (IOException e) {
      throw new NotRun("the executor cannot be built (" + e + ")");
    }
  }

  private static String hash(byte[] source, List<String> flags) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(source);
      digest.update(flags.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path cache(String name) throws IOException {
    String given = System.getenv("XDG_CACHE_HOME");
    Path base =
        given == null || given.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(given);
    try {
      return Files.createDirectories(base.resolve("watertight").resolve(name));
    } catch (IOException e) {
      return Files.createTempDirectory("watertight-");
    }
  }

  /**
   * A header or library that this machine lacks is a reason not to run; an error in the program is
   * our own fault.
   */
  private static NotRun refused(String said) {
    return said.lines()
        .filter(line -> MISSING.matcher(line).find())
        .findFirst()
        .map(line -> new NotRun("cc lacks what the executor needs: " + line.strip()))
        .orElseThrow(() -> new IllegalStateException("cc does not compile the executor: " + said));
  }

  private static void compile(byte[] source, List<String> flags, Path directory, Path program)
      throws IOException, NotRun {
    Path code = Files.createTempFile(directory, "wt-exec", ".c");
    Path made = Files.createTempFile(directory, "wt-exec", ".new");
    try {
      Files.write(code, source);
      if (!cc(flags, List.of("-static"), made, code).isEmpty()) {
        String said = cc(flags, List.of(), made, code);
        if (!said.isEmpty()) {
          throw refused(said);
        }
      }
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(made, program, StandardCopyOption.ATOMIC_MOVE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotRun("interrupted while the executor was compiled");
    } finally {
      Files.deleteIfExists(code);
      Files.deleteIfExists(made);
    }
  }

  /**
   * What cc says when it does not compile; nothing when it does. A static program makes its
   * processes faster, but not every machine has what that needs.
   */
  private static String cc(List<String> flags, List<String> more, Path made, Path code)
      throws IOException, InterruptedException, NotRun {
    List<String> command = new ArrayList<>(List.of("cc"));
    command.addAll(flags);
    command.addAll(more);
    command.addAll(List.of("-o", made.toString(), code.toString()));
    Process cc;
    try {
      cc = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new NotRun("there is no C compiler (cc)");
    }
    cc.getOutputStream().close();
    String said = new String(cc.getInputStream().readAllBytes());
    return cc.waitFor() == 0 ? "" : said + "\n";
  }
}
