package watertight.checker.conform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import watertight.checker.conform.Coverage.Pair;
import watertight.checker.search.Scenarios;
import watertight.checker.text.Heading;
import watertight.checker.text.LitmusFile;
import watertight.checker.text.LitmusParser;
import watertight.checker.text.Source;
import watertight.model.linux.Settings;

/** What the specification says about lockstep: the litmus files, and the pairs that are not met. */
final class Records {
  private static final String UNMET = "/specs/conform/unmet.txt";
  private static final String LITMUS = "/specs/litmus";

  private Records() {}

  /**
   * The pairs of call and gate that neither litmus files nor random runs meet, with the reason.
   *
   * @param settings those of the kernel: some pairs are not met where one has a certain value
   */
  static SortedMap<Pair, String> unmet(Settings settings) {
    SortedMap<Pair, String> unmet = new TreeMap<>();
    entries(UNMET)
        .forEach(
            (name, reason) -> {
              String[] words = name.split(" ");
              if (words.length == 2 || isSet(settings, words[3])) {
                unmet.put(new Pair(words[0], words[1]), reason);
              }
            });
    return unmet;
  }

  /** Whether a setting has the value that {@code NAME=VALUE} says. */
  private static boolean isSet(Settings settings, String condition) {
    String[] sides = condition.split("=");
    return settings.with(sides[0], Integer.parseInt(sides[1])).equals(settings);
  }

  /**
   * The lines {@code name: reason} of a resource; empty lines and those that begin with # say
   * nothing.
   */
  static SortedMap<String, String> entries(String resource) {
    SortedMap<String, String> entries = new TreeMap<>();
    for (String line : text(resource).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(": ");
        entries.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return entries;
  }

  private static String text(String resource) {
    try (InputStream in = Records.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The litmus files of the Linux world in the specification, in the order of their names. */
  static List<LitmusFile> litmus() {
    URL url = Records.class.getResource(LITMUS);
    if (url == null) {
      throw new IllegalStateException("there is no " + LITMUS);
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return below(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return below(jar.getPath(LITMUS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<LitmusFile> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".litmus"))
          .sorted()
          .map(file -> source("specs/litmus/" + directory.relativize(file), file))
          .filter(source -> Heading.machine(source).isEmpty())
          .map(source -> LitmusParser.parse(source, Scenarios.guards()))
          .toList();
    }
  }

  private static Source source(String name, Path file) {
    try {
      return Source.of(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
