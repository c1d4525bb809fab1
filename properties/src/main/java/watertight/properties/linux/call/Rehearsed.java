package watertight.properties.linux.call;

/**
 * A run whose calls were aimed.
 *
 * @param run the run
 * @param rehearsal how it went in the model meanwhile
 */
public record Rehearsed(Run run, Rehearsal rehearsal) {}
