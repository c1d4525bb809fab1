package watertight.checker.text.sgx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import watertight.checker.text.ByteText;
import watertight.checker.text.CText;
import watertight.checker.text.Cursor;
import watertight.checker.text.Names;
import watertight.checker.text.Nearest;
import watertight.checker.text.Numbers;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Pages;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Processor;
import watertight.model.enclave.sgx.Rwx;

/** The operands of lines about SGX, as far as the world is known. */
final class Operands {
  static final int MOST_FRAMES = 64;
  static final int MOST_SLOTS = 8;
  private final WorldLines world;

  Operands(WorldLines world) {
    this.world = world;
  }

  static <T> Names<T> names(String kind, Map<String, T> known) {
    return new Names<>(kind, known, Set.of());
  }

  static long address(Cursor in) {
    return Numbers.bits(in, "an address such as 0x10000");
  }

  static long page(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    long address = address(in);
    if (Pages.of(address) != address) {
      throw in.error(place, Cursor.shown(in.since(place)), "the address of a page");
    }
    return address;
  }

  static String bytes(Cursor in) {
    return ByteText.text(CText.read(in, "a text in quotation marks"));
  }

  /** Rights: letters out of R, W and X in this order, or a hyphen for none. */
  static Rwx rights(Cursor in) {
    in.skipBlanks();
    int place = in.at();
    if (in.accept("-")) {
      return Rwx.NONE;
    }
    String letters = in.word();
    Rwx rwx = Rwx.of(letters);
    if (letters.isEmpty() || !rwx.toString().equals(letters)) {
      in.back(place);
      throw in.expected("rights such as RW, or - for none");
    }
    return rwx;
  }

  Processor processor(Cursor in) {
    return new Processor(known(in, "p", 0, world.processors(), "the name of a processor"));
  }

  int enclave(Cursor in) {
    return known(in, "E", 1, world.enclaves(), "the name of an enclave");
  }

  int frame(Cursor in) {
    return Numbers.within(in, "the number of a frame", 0, world.frames() - 1);
  }

  int blob(Cursor in) {
    in.expect("@b");
    return Numbers.within(in, "the number of a kept page", 0, world.blobs() - 1);
  }

  /** {@code slot=V0.1}: the array and the slot. */
  Slot slot(Cursor in) {
    in.expect("slot=V");
    String array = in.run(c -> c >= '0' && c <= '9');
    in.expect(".");
    int slot = Numbers.within(in, "the number of a slot", 0, world.slots() - 1);
    if (array.isEmpty() || array.length() > 2) {
      throw in.expected("a slot such as V0.1");
    }
    return new Slot(new Place.VersionArray(Integer.parseInt(array)), slot);
  }

  /** A slot of a version array. */
  record Slot(Place array, int number) {}

  /** {@code frame 3}, {@code E1}, {@code E1.0x10000} or {@code V0}. */
  Place place(Cursor in) {
    in.skipBlanks();
    if (in.acceptWord("frame")) {
      return new Place.At(new Frame(frame(in)));
    }
    if (in.accept("V")) {
      return new Place.VersionArray(Numbers.within(in, "the number of a version array", 0, 63));
    }
    if (!in.looksAt("E")) {
      throw in.expected("a page such as E1.0x10000, E1, V0 or frame 3");
    }
    int enclave = enclave(in);
    return in.looksAt(".") && in.accept(".")
        ? new Place.PageOf(enclave, page(in))
        : new Place.SecsOf(enclave);
  }

  /** {@code frame=3}, or else a frame that is free. */
  Place target(Cursor in) {
    return in.accept("frame=") ? new Place.At(new Frame(frame(in))) : new Place.Free();
  }

  /** What follows {@code name}, or else the other. */
  static <T> T optional(Cursor in, String name, Supplier<T> read, T other) {
    return in.accept(name) ? read.get() : other;
  }

  private static int known(Cursor in, String letter, int first, int count, String kind) {
    in.skipBlanks();
    int place = in.at();
    String name = in.word();
    List<String> all = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      String one = letter + (first + number);
      if (one.equals(name)) {
        return number;
      }
      all.add(one);
    }
    if (name.isEmpty()) {
      throw in.expected(kind);
    }
    throw in.error(
        place,
        Cursor.shown(name),
        all.isEmpty()
            ? kind + " that stands in the world"
            : kind + " (" + String.join(", ", all) + ")",
        Nearest.to(name, all));
  }

  /** {@code bad}, or {@code good}. */
  static boolean good(Cursor in) {
    Map<String, Boolean> known = new LinkedHashMap<>();
    known.put("good", true);
    known.put("bad", false);
    return names("good or bad", known).read(in);
  }
}
