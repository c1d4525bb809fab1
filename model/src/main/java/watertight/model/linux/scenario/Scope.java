package watertight.model.linux.scenario;

/**
 * How far a search goes.
 *
 * @param name default, small or large
 * @param inodes the most inodes that exist at once, those of the world included
 * @param fds the most descriptors of one task that the search uses, from 3
 * @param mounts the most mounts that exist at once, those of the world included
 * @param tasks the most tasks that exist at once, those of the world included
 * @param components the longest path argument, in components
 * @param depth the most steps of a trace
 */
public record Scope(
    String name, int inodes, int fds, int mounts, int tasks, int components, int depth) {}
