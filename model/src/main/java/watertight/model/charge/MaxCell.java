package watertight.model.charge;

import watertight.model.Cell;

/** page_counter.max: the limit that charges are compared with. */
public record MaxCell(Group group) implements Cell<Integer> {}
