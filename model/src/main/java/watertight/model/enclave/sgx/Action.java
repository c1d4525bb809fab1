package watertight.model.enclave.sgx;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step of somebody. */
public sealed interface Action {
  /** The pages that it names. */
  default List<Place> places() {
    return List.of();
  }

  /** A load, a store or a fetch by what a processor runs, within one page. */
  record Access(Processor processor, Use use, long address, @Nullable String value, Via via)
      implements Action {
    @Override
    public List<Place> places() {
      return via.places();
    }
  }

  /** EENTER or ERESUME with the TCS at an address. */
  record Enter(Processor processor, boolean resume, long address, Via tcs, Via ssa)
      implements Action {
    @Override
    public List<Place> places() {
      return Stream.concat(tcs.places().stream(), ssa.places().stream()).toList();
    }
  }

  /** EEXIT. */
  record Exit(Processor processor) implements Action {}

  /** An asynchronous exit: an interrupt, or a fault. */
  record Interrupt(Processor processor) implements Action {}

  /** EREPORT for another enclave. */
  record Report(Processor processor, int target) implements Action {}

  /** EGETKEY of the sealing key, by MRENCLAVE, for a security version. */
  record GetKey(Processor processor, int isvsvn) implements Action {}

  /** A leaf of ENCLS tried by what a processor runs. */
  record Tried(Processor processor, Leaf leaf) implements Action {
    @Override
    public List<Place> places() {
      return leaf.places();
    }
  }

  /** A bus master reads or writes a frame. */
  record Dma(Use use, Place frame, @Nullable String value) implements Action {
    @Override
    public List<Place> places() {
      return List.of(frame);
    }
  }

  /** The operating system writes an entry of a page table; null takes it away. */
  record WritePte(int process, long page, @Nullable Place place, Rwx rwx) implements Action {
    @Override
    public List<Place> places() {
      return place == null ? List.of() : List.of(place);
    }
  }

  /** A leaf of ENCLS, by the operating system on a processor of its own. */
  sealed interface Leaf extends Action {}

  /** ECREATE of an enclave of the world. */
  record Ecreate(Place target, int enclave, Range range) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(target);
    }
  }

  /** EADD. */
  record Eadd(Place target, Place secs, long address, SecInfo info, Content content)
      implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(target, secs);
    }
  }

  /** EEXTEND of a page, or of a chunk at some bytes into it. */
  record Eextend(Place page, int chunk) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(page);
    }
  }

  /** EINIT. */
  record Einit(Place secs, SigStruct signed) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(secs);
    }
  }

  /** EPA. */
  record Epa(Place target) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(target);
    }
  }

  /** EBLOCK. */
  record Eblock(Place page) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(page);
    }
  }

  /** ETRACK. */
  record Etrack(Place secs) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(secs);
    }
  }

  /** EWB, with the version to a slot and the page to a place, or to none. */
  record Ewb(Place page, Place va, int slot, int keep) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(page, va);
    }
  }

  /** ELDU, or ELDB, which loads the page blocked. */
  record Eld(
      boolean blocked,
      int blob,
      Place target,
      Place va,
      int slot,
      @Nullable Place secs,
      long address)
      implements Leaf {
    @Override
    public List<Place> places() {
      return secs == null ? List.of(target, va) : List.of(target, va, secs);
    }
  }

  /** EREMOVE. */
  record Eremove(Place page) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(page);
    }
  }

  /** EDBGRD. */
  record Edbgrd(Place page) implements Leaf {
    @Override
    public List<Place> places() {
      return List.of(page);
    }
  }
}
