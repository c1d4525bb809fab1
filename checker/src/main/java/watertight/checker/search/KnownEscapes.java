package watertight.checker.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Escapes that happened: each is a litmus file {@code specs/litmus/known/ID.litmus}, with the
 * answers of a kernel, and, where it was searched, {@code specs/scenarios/known/ID.scenario}.
 */
public final class KnownEscapes {
  private static final String SEARCHED = "known/";

  private KnownEscapes() {}

  /** The names of all that are recorded, in alphabetical order. */
  public static SortedSet<String> names() {
    return names("/specs/litmus/known", ".litmus");
  }

  /** The names of those that have a scenario. */
  public static SortedSet<String> searched() {
    return names("/specs/scenarios/known", ".scenario");
  }

  /** The name of an escape's scenario. */
  public static String scenario(String escape) {
    return SEARCHED + escape;
  }

  /** Whether a scenario is that of a known escape. */
  static boolean isScenario(String scenario) {
    return scenario.startsWith(SEARCHED)
        && searched().contains(scenario.substring(SEARCHED.length()));
  }

  private static SortedSet<String> names(String directory, String suffix) {
    URL url = KnownEscapes.class.getResource(directory);
    if (url == null) {
      throw new IllegalStateException("there is no " + directory + " on the class path");
    }
    try {
      return names(url.toURI(), directory, suffix);
    } catch (URISyntaxException | IOException e) {
      throw new UncheckedIOException(new IOException("cannot list " + directory, e));
    }
  }

  private static SortedSet<String> names(URI uri, String directory, String suffix)
      throws IOException {
    if (!uri.getScheme().equals("jar")) {
      return names(Path.of(uri), suffix);
    }
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
      return names(jar.getPath(directory), suffix);
    }
  }

  private static SortedSet<String> names(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
