package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import watertight.model.Cells;
import watertight.model.Gate;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.Result;

/**
 * The processor at a step.
 *
 * @param world what there is
 * @param guards which guards are in force
 * @param cells the state
 */
record Turn(World world, Guards guards, Cells cells) {
  boolean has(Guard guard) {
    return guards.has(guard);
  }

  /** Whether a gate refuses. */
  boolean refuses(SgxGate gate, boolean condition) {
    return gate.refuses(guards, condition);
  }

  static Result refused(Gate gate) {
    return new Result.Refused(gate);
  }

  /** What the walk for an address gives, or null. */
  @Nullable Pte walk(Processor processor, Via via, long address) {
    return switch (via) {
      case Via.Chosen chosen -> new Pte(frame(chosen.place()), chosen.rwx());
      case Via.Tables tables -> {
        int process =
            tables.process() == Via.Tables.CURRENT ? process(processor) : tables.process();
        yield cells.get(new PteCell(process, Pages.of(address)));
      }
    };
  }

  private int process(Processor processor) {
    ModeCell.Running running = cells.view(new ModeCell(processor), new ModeCell.Runs());
    return running == null ? 0 : cells.view(new SecsCell(running.secs()), new SecsCell.Enclave());
  }

  /** The frame at a place that is there. */
  Frame frame(Place place) {
    return Objects.requireNonNull(place.frame(world, cells));
  }

  /** Whether an EPC page has this type. */
  boolean isType(Frame frame, PageType type) {
    return world.isEpc(frame) && cells.view(new EpcmCell(frame), new EpcmCell.Type()) == type;
  }

  boolean isValid(Frame frame) {
    return cells.has(new EpcmCell(frame));
  }

  /** Takes a page out of the EPC. */
  void free(Frame frame) {
    cells.set(new EpcmCell(frame), null);
    cells.set(new BlockedCell(frame), null);
    cells.set(new DataCell(frame), DataCell.ZEROS);
    cells.set(new TcsCell(frame), null);
    cells.set(new SecsCell(frame), null);
    for (int slot = 0; slot < world.slots(); slot++) {
      cells.set(new SlotCell(frame, slot), null);
    }
  }

  /** What is in a page of this type. */
  Content content(Frame frame, PageType type) {
    return switch (type) {
      case SECS -> new Content.Structure(cells.get(new SecsCell(frame)));
      case TCS -> new Content.Thread(cells.get(new TcsCell(frame)));
      case REG, TRIM -> new Content.Data(cells.get(new DataCell(frame)));
      case VA -> {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < world.slots(); slot++) {
          slots.add(cells.get(new SlotCell(frame, slot)));
        }
        yield new Content.Versions(slots);
      }
    };
  }

  /** Fills a page. */
  void put(Frame frame, Content content) {
    switch (content) {
      case Content.Data data -> cells.set(new DataCell(frame), data.bytes());
      case Content.Thread thread -> cells.set(new TcsCell(frame), thread.tcs());
      case Content.Structure structure -> cells.set(new SecsCell(frame), structure.secs());
      case Content.Versions versions -> {
        for (int slot = 0; slot < world.slots(); slot++) {
          cells.set(new SlotCell(frame, slot), versions.slots().get(slot));
        }
      }
    }
  }
}
