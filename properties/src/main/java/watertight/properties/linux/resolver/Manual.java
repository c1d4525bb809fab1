package watertight.properties.linux.resolver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves paths as man 7 path_resolution tells it, for a caller who may do everything, in a tree
 * without mounts. Objects are their names from the top, and an answer is a name or an errno.
 */
final class Manual {
  private static final int MOST_LINKS = 40;

  /** An entry of the tree: its name from the top, and a link's text or null, or a directory. */
  record Entry(String name, @Nullable String target, boolean directory) {}

  private final List<Entry> tree;
  private final List<String> root;
  private int links;

  Manual(List<Entry> tree, String root) {
    this.tree = tree;
    this.root = split(root);
  }

  /** Resolves {@code path} from the working directory {@code cwd}. */
  String resolve(String cwd, String path, boolean followLast) {
    if (path.isEmpty()) {
      return "ENOENT";
    }
    links = 0;
    boolean slash = path.endsWith("/");
    try {
      List<String> end = walk(path.startsWith("/") ? root : split(cwd), path, followLast || slash);
      return slash && !isDirectory(end) ? "ENOTDIR" : "/" + String.join("/", end);
    } catch (Stuck stuck) {
      return stuck.getMessage();
    }
  }

  /** The walk comes to its end early; the message is the errno. */
  private static final class Stuck extends Exception {
    private static final long serialVersionUID = 1L;

    Stuck(String errno) {
      super(errno);
    }
  }

  /** Step 2 for every component, step 3 for the last one. */
  private List<String> walk(List<String> start, String path, boolean followLast) throws Stuck {
    List<String> at = start;
    List<String> components = split(path);
    for (int i = 0; i < components.size(); i++) {
      if (!isDirectory(at)) {
        throw new Stuck("ENOTDIR");
      }
      boolean last = i == components.size() - 1;
      at = step(at, components.get(i), !last || followLast);
    }
    return at;
  }

  private List<String> step(List<String> at, String component, boolean follow) throws Stuck {
    if (component.equals(".") || component.equals("..") && at.equals(root)) {
      return at;
    }
    if (component.equals("..")) {
      return at.isEmpty() ? at : at.subList(0, at.size() - 1);
    }
    List<String> to = new ArrayList<>(at);
    to.add(component);
    Entry entry = entry(to);
    if (entry == null) {
      throw new Stuck("ENOENT");
    }
    if (entry.target() == null || !follow) {
      return to;
    }
    if (++links > MOST_LINKS) {
      throw new Stuck("ELOOP");
    }
    String target = entry.target();
    List<String> end = walk(target.startsWith("/") ? root : at, target, true);
    if (target.endsWith("/") && !isDirectory(end)) {
      throw new Stuck("ENOTDIR");
    }
    return end;
  }

  private @Nullable Entry entry(List<String> name) {
    String text = "/" + String.join("/", name);
    return tree.stream().filter(entry -> entry.name().equals(text)).findFirst().orElse(null);
  }

  private boolean isDirectory(List<String> name) {
    Entry entry = entry(name);
    return name.isEmpty() || entry != null && entry.directory();
  }

  private static List<String> split(String path) {
    return Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
  }
}
