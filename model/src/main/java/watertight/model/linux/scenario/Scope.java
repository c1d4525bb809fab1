package watertight.model.linux.scenario;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far a search goes.
 *
 * @param name default, small or large
 * @param inodes the most inodes that exist at once, those of the world included
 * @param fds the most descriptors of one task that the search uses, from 3
 * @param mounts the most mounts that exist at once, those of the world included
 * @param tasks the most tasks that exist at once, those of the world included
 * @param components the longest path arguments
 * @param depth the most steps of a trace
 */
public record Scope(
    String name, int inodes, int fds, int mounts, int tasks, Components components, int depth) {

  /**
   * The longest path arguments, in components.
   *
   * @param usual of most calls
   * @param own of calls that have a bound of their own, by name
   */
  public record Components(int usual, Map<String, Integer> own) {
    public Components {
      own = Map.copyOf(own);
    }

    /** The same bound for all calls. */
    public static Components of(int usual) {
      return new Components(usual, Map.of());
    }

    /** The bound of a call. */
    public int of(String call) {
      return own.getOrDefault(call, usual);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder().append(usual);
      new TreeMap<>(own).forEach((call, most) -> text.append(", ").append(call + " " + most));
      return text.toString();
    }
  }

  @Override
  public String toString() {
    return "inodes %d, fds %d, mounts %d, tasks %d, depth %d, components %s"
        .formatted(inodes, fds, mounts, tasks, depth, components);
  }
}
