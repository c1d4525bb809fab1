package watertight.checker.text.sgx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import watertight.checker.text.Cursor;
import watertight.checker.text.HeadLines;
import watertight.checker.text.Names;
import watertight.checker.text.Numbers;
import watertight.model.enclave.sgx.Enclave;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.World;

/** Reads the lines of a world. What no line speaks of is as usual. */
final class WorldLines {
  private static final int MOST_PROCESSORS = 8;
  private static final int MOST_ENCLAVES = 8;
  private static final int USUAL_SPARE = 4;

  private final List<Enclave> enclaves = new ArrayList<>();
  private final List<Frame> guarded = new ArrayList<>();
  private final HeadLines lines;
  private int processors = 1;
  private int epc = -1;
  private int ram = 1;
  private int arrays;
  private int slots = 2;
  private int blobs = 8;
  private boolean registers = true;
  private boolean tables = true;
  private boolean monitor;

  WorldLines() {
    Map<String, Consumer<Cursor>> known = new LinkedHashMap<>();
    known.put("processors", in -> processors = number(in, "processors", 1, MOST_PROCESSORS));
    known.put("epc", in -> epc = number(in, "frames", 0, Operands.MOST_FRAMES));
    known.put("ram", in -> ram = number(in, "frames", 0, Operands.MOST_FRAMES));
    known.put("va", this::arrays);
    known.put("keeps", in -> blobs = number(in, "pages", 0, Operands.MOST_SLOTS));
    known.put("registers", in -> registers = either(in, "followed", "ignored"));
    known.put("tables", in -> tables = either(in, "kept", "chosen"));
    known.put("guarded", in -> guarded.add(new Frame(number(in, "a frame", 0, frames() - 1))));
    known.put("monitor", in -> monitor = true);
    known.put("enclave", this::enclave);
    lines =
        new HeadLines(
            Operands.names("a line of the world", known),
            java.util.Set.of("guarded", "enclave"),
            "each such line once");
  }

  /** Reads one line. */
  void read(Cursor in) {
    lines.read(in);
    in.expectEnd();
  }

  private static int number(Cursor in, String of, int least, int most) {
    return Numbers.within(in, "a number of " + of, least, most);
  }

  private static boolean either(Cursor in, String yes, String no) {
    return Names.of("one of two", List.of(yes, no), name -> name).read(in).equals(yes);
  }

  private void arrays(Cursor in) {
    arrays = number(in, "version arrays", 0, Operands.MOST_SLOTS);
    if (in.accept("slots=")) {
      slots = number(in, "slots", 0, Operands.MOST_SLOTS);
    }
  }

  private void enclave(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    if (enclaves.size() == MOST_ENCLAVES) {
      throw in.error(place, "one enclave more", "at most " + MOST_ENCLAVES);
    }
    if (!in.acceptWord("E" + (enclaves.size() + 1))) {
      throw in.expected("\"E" + (enclaves.size() + 1) + "\", the next name");
    }
    enclaves.add(new EnclaveLine(in).read(enclaves.size()));
    if (epc >= 0 && used() > epc) {
      throw in.error(place, "more pages than the EPC has frames", "at most " + epc);
    }
    if (used() > Operands.MOST_FRAMES - USUAL_SPARE) {
      throw in.error(place, "more pages", "at most " + (Operands.MOST_FRAMES - USUAL_SPARE));
    }
  }

  private int used() {
    int used = arrays;
    for (Enclave enclave : enclaves) {
      used += enclave.built() ? 1 + enclave.pages().size() : 0;
    }
    return used;
  }

  private int epc() {
    return epc >= 0 ? epc : used() + USUAL_SPARE;
  }

  int processors() {
    return processors;
  }

  int enclaves() {
    return enclaves.size();
  }

  Enclave enclave(int number) {
    return enclaves.get(number);
  }

  int frames() {
    return epc() + ram;
  }

  int slots() {
    return slots;
  }

  int blobs() {
    return blobs;
  }

  /** The world, once all its lines were read. */
  World world() {
    return new World(
        processors,
        epc(),
        ram,
        arrays,
        slots,
        blobs,
        enclaves,
        registers,
        tables,
        guarded,
        monitor);
  }
}
