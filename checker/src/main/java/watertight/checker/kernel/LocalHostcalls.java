package watertight.checker.kernel;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watertight.model.enclave.hostcall.Range;

/** This machine's kernel, asked through a process of an ordinary user: see wt-hostcalls.c. */
public final class LocalHostcalls implements HostcallKernel {
  private static final String PROGRAM = "wt-hostcalls";

  /** In words of 64 bits, as the program has them. */
  private static final int REQUEST = 8;

  private static final int REPLY = 4;

  private final Process process;
  private final Path errors;
  private final DataInputStream in;
  private final Memory memory;

  private LocalHostcalls(Process process, Path errors) throws IOException {
    this.process = process;
    this.errors = errors;
    this.in = new DataInputStream(process.getInputStream());
    this.memory = readMemory();
  }

  /** Starts a process, with a directory and a world of its own. */
  public static LocalHostcalls open() throws NotRun {
    Path program = Executor.program(PROGRAM);
    try {
      Path errors = Files.createTempFile(PROGRAM, ".err");
      Process process =
          new ProcessBuilder(program.toString()).redirectError(errors.toFile()).start();
      try {
        return new LocalHostcalls(process, errors);
      } catch (EOFException e) {
        process.getOutputStream().close();
        throw new NotRun("no world for calls can be made: " + said(errors));
      }
    } catch (IOException e) {
      throw new NotRun("the program cannot be started (" + e.getMessage() + ")");
    }
  }

  private static String said(Path errors) throws IOException {
    String said = Files.readString(errors).strip();
    Files.delete(errors);
    return said;
  }

  private Memory readMemory() throws IOException {
    Range enclave = range();
    Range playground = range();
    List<Range> live = new ArrayList<>();
    for (long n = word(); n > 0; n--) {
      live.add(range());
    }
    return new Memory(enclave, playground, live);
  }

  private Range range() throws IOException {
    return Range.upTo(word(), word());
  }

  private long word() throws IOException {
    return Long.reverseBytes(in.readLong());
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public String text() {
    return "Linux " + System.getProperty("os.version");
  }

  @Override
  public List<Long> ask(List<Long> words) {
    ByteBuffer request = ByteBuffer.allocate(REQUEST * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    words.forEach(request::putLong);
    try {
      process.getOutputStream().write(request.array());
      process.getOutputStream().flush();
      List<Long> answer = new ArrayList<>();
      for (int i = 0; i < REPLY; i++) {
        answer.add(word());
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException("after " + words + ": " + ended(), e);
    }
  }

  /** Ends the process, which has nothing to say: what it says is a fault. */
  @Override
  public void close() {
    String ended = ended();
    if (!ended.isEmpty()) {
      throw new IllegalStateException(ended);
    }
  }

  /** How it ended, where that is a fault. */
  private String ended() {
    try {
      process.getOutputStream().close();
      int code = process.waitFor();
      String said = Files.exists(errors) ? said(errors) : "";
      return code == 0 && said.isEmpty()
          ? ""
          : "%s ended with %d: %s".formatted(PROGRAM, code, said);
    } catch (IOException e) {
      return PROGRAM + ": " + e.getMessage();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
