package watertight.model.enclave.sgx;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import watertight.model.Cells;

/** A way to name a frame. */
public sealed interface Place {
  /** The frame that is meant, or null when there is none. */
  @Nullable Frame frame(World world, Cells cells);

  private static @Nullable Frame first(World world, Predicate<Frame> is) {
    List<Frame> frames = world.epcFrames();
    for (Frame frame : frames) {
      if (is.test(frame)) {
        return frame;
      }
    }
    return null;
  }

  /** This frame. */
  record At(Frame frame) implements Place {
    @Override
    public Frame frame(World world, Cells cells) {
      return frame;
    }

    @Override
    public String toString() {
      return frame.toString();
    }
  }

  /** The first frame of the EPC that is free. */
  record Free() implements Place {
    @Override
    public @Nullable Frame frame(World world, Cells cells) {
      return first(world, frame -> !cells.has(new EpcmCell(frame)));
    }
  }

  /** The SECS of an enclave of the world. */
  record SecsOf(int enclave) implements Place {
    @Override
    public @Nullable Frame frame(World world, Cells cells) {
      return first(
          world, frame -> cells.view(new SecsCell(frame), new SecsCell.Enclave()).equals(enclave));
    }

    @Override
    public String toString() {
      return "E" + (enclave + 1);
    }
  }

  /** The page at an address of an enclave of the world. */
  record PageOf(int enclave, long address) implements Place {
    @Override
    public @Nullable Frame frame(World world, Cells cells) {
      Frame secs = new SecsOf(enclave).frame(world, cells);
      return secs == null
          ? null
          : first(
              world,
              frame ->
                  !frame.equals(secs)
                      && cells.view(new EpcmCell(frame), new EpcmCell.IsPage(secs, address)));
    }

    @Override
    public String toString() {
      return new SecsOf(enclave) + "." + Pages.text(address);
    }
  }

  /** A version array, counted in the order of frames. */
  record VersionArray(int number) implements Place {
    @Override
    public @Nullable Frame frame(World world, Cells cells) {
      int seen = 0;
      for (Frame frame : world.epcFrames()) {
        if (cells.view(new EpcmCell(frame), new EpcmCell.Type()) == PageType.VA
            && seen++ == number) {
          return frame;
        }
      }
      return null;
    }

    @Override
    public String toString() {
      return "V" + number;
    }
  }
}
