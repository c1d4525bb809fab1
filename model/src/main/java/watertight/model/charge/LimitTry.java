package watertight.model.charge;

/**
 * A new limit that charges see already, and that may still be taken back.
 *
 * @param group whose limit
 * @param larger the larger of the old and the new limit
 */
public record LimitTry(Group group, int larger) {}
