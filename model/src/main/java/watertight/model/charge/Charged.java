package watertight.model.charge;

/**
 * Pages, and the group that they are charged to, with all its ancestors.
 *
 * @param group the group that the task was in when it charged
 * @param pages how many
 */
public record Charged(Group group, int pages) {}
