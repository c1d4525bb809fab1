package watertight.checker.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program's command line in a process of its own.
 *
 * @param code its exit code
 * @param out what it said, on both streams
 */
record Command(int code, String out) {
  /**
   * How it is started.
   *
   * @param cache below which it keeps the executors that it compiles
   * @param before what stands before java, such as {@code setsid}
   * @param options options for java
   */
  static ProcessBuilder builder(
      Path cache, List<String> before, List<String> options, String... arguments) {
    List<String> words = new ArrayList<>(before);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add("watertight.checker.cli.Main");
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    return builder;
  }

  /** Runs it to its end. */
  static Command run(ProcessBuilder builder, Path log) throws IOException, InterruptedException {
    int code = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    return new Command(code, Files.readString(log, StandardCharsets.UTF_8));
  }
}
