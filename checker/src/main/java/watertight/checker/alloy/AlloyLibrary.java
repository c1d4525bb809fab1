package watertight.checker.alloy;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.alloy4.Err;
import edu.mit.csail.sdg.parser.CompModule;
import edu.mit.csail.sdg.parser.CompUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The texts of some specifications, which may open one another by name. */
public final class AlloyLibrary {
  private static final String RESOURCES = "/specs/alloy/";

  /**
   * Alloy looks an opened module up beside the file that opens it; this is where all of them are.
   */
  private static final String SHELF = "/specs/alloy/";

  private final Map<String, String> texts;

  private AlloyLibrary(Map<String, String> texts) {
    this.texts = new TreeMap<>(texts);
  }

  /** These modules of the specifications on the class path. */
  public static AlloyLibrary onClassPath(String... modules) {
    Map<String, String> texts = new HashMap<>();
    for (String module : modules) {
      String resource = RESOURCES + module + ".als";
      try (InputStream in = AlloyLibrary.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("no specification " + resource + " on the class path");
        }
        texts.put(module, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new AlloyLibrary(texts);
  }

  /** All {@code *.als} files of a directory. */
  public static AlloyLibrary in(Path directory) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (var files = Files.newDirectoryStream(directory, "*.als")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        texts.put(name.substring(0, name.length() - ".als".length()), Files.readString(file));
      }
    }
    return new AlloyLibrary(texts);
  }

  /** Modules given as text. */
  public static AlloyLibrary of(Map<String, String> texts) {
    return new AlloyLibrary(texts);
  }

  /** The module with this name, parsed together with what it opens. */
  public AlloySpec load(String module) {
    if (!texts.containsKey(module)) {
      throw new IllegalArgumentException("no Alloy module " + module);
    }
    Map<String, String> shelf = new HashMap<>();
    texts.forEach((name, text) -> shelf.put(SHELF + name + ".als", text));
    synchronized (AlloySpec.ALLOY) {
      try {
        CompModule world =
            CompUtil.parseEverything_fromFile(A4Reporter.NOP, shelf, SHELF + module + ".als");
        return new AlloySpec(module, world);
      } catch (Err e) {
        throw new IllegalArgumentException("Alloy module " + module + ": " + e, e);
      }
    }
  }
}
