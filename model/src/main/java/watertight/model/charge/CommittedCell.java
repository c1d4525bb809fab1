package watertight.model.charge;

import watertight.model.Cell;

/** Only claims read this: the limit of the last set-limit that returned 0. */
public record CommittedCell(Group group) implements Cell<Integer> {}
