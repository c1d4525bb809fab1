package watertight.properties.linux.world;

import java.util.List;
import watertight.model.linux.task.Task;
import watertight.model.linux.world.World;

/**
 * A random world, with what a generator of calls wants to know of it.
 *
 * @param world the world
 * @param directories names of directories, as seen from the world's own root
 * @param others names of what is no directory
 * @param tasks the tasks
 */
public record DrawnWorld(
    World world, List<String> directories, List<String> others, List<Task> tasks) {
  public DrawnWorld {
    directories = List.copyOf(directories);
    others = List.copyOf(others);
    tasks = List.copyOf(tasks);
  }
}
