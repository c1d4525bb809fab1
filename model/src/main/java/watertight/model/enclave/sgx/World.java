package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is.
 *
 * @param processors how many logical processors
 * @param epc how many frames of EPC; they come first
 * @param ram how many frames of ordinary memory
 * @param versionArrays how many version arrays there are at the start
 * @param slots how many slots a version array has
 * @param blobs how many evicted pages the operating system can keep
 * @param enclaves the enclaves
 * @param registers whether registers are followed
 * @param tables whether page tables stand in memory; else the operating system decides at each walk
 * @param guarded the frames that the operating system is not to read
 * @param monitor whether a monitor below the operating system writes its page tables
 */
public record World(
    int processors,
    int epc,
    int ram,
    int versionArrays,
    int slots,
    int blobs,
    List<Enclave> enclaves,
    boolean registers,
    boolean tables,
    List<Frame> guarded,
    boolean monitor) {
  public World {
    enclaves = List.copyOf(enclaves);
    guarded = List.copyOf(guarded);
  }

  /** As this, with other enclaves. */
  public World withEnclaves(List<Enclave> others) {
    return new World(
        processors,
        epc,
        ram,
        versionArrays,
        slots,
        blobs,
        others,
        registers,
        tables,
        guarded,
        monitor);
  }

  /** As this, with registers that are followed. */
  public World withRegisters() {
    return new World(
        processors,
        epc,
        ram,
        versionArrays,
        slots,
        blobs,
        enclaves,
        true,
        tables,
        guarded,
        monitor);
  }

  /** Every processor. */
  public List<Processor> allProcessors() {
    List<Processor> all = new ArrayList<>();
    for (int id = 0; id < processors; id++) {
      all.add(new Processor(id));
    }
    return all;
  }

  /** Every frame of the EPC. */
  public List<Frame> epcFrames() {
    return frames(0, epc);
  }

  /** Every frame. */
  public List<Frame> allFrames() {
    return frames(0, epc + ram);
  }

  private static List<Frame> frames(int from, int to) {
    List<Frame> frames = new ArrayList<>();
    for (int id = from; id < to; id++) {
      frames.add(new Frame(id));
    }
    return frames;
  }

  /** Whether a frame lies in the EPC. */
  public boolean isEpc(Frame frame) {
    return frame.id() < epc;
  }

  /** Whether an address lies in the ELRANGE of some enclave. */
  public boolean isInSomeElrange(long address) {
    return enclaves.stream().anyMatch(enclave -> enclave.range().contains(address));
  }
}
