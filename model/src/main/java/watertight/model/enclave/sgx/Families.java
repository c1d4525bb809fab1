package watertight.model.enclave.sgx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import watertight.model.Domain;
import watertight.model.Family;

/** Every step of every party, from the world and the powers alone. */
final class Families {
  private static final Place FREE = new Place.Free();

  private final World world;
  private final Powers powers;
  private final List<Family<Action>> families = new ArrayList<>();

  Families(World world, Powers powers) {
    this.world = world;
    this.powers = powers;
  }

  List<Family<Action>> all() {
    world.allProcessors().forEach(this::processor);
    leaves();
    eviction();
    devices();
    tables();
    return families;
  }

  private void processor(Processor processor) {
    enter(processor, Power.EENTER, false);
    enter(processor, Power.ERESUME, true);
    for (Use use : Use.values()) {
      if (powers.has(Power.of(use, true)) || powers.has(Power.of(use, false))) {
        accesses(processor, use);
      }
    }
    one(Power.EEXIT, processor + " EEXIT", new Action.Exit(processor));
    one(Power.INTERRUPT, processor + " interrupt", new Action.Interrupt(processor));
    one(Power.EGETKEY, processor + " EGETKEY", new Action.GetKey(processor, 1));
  }

  private void enter(Processor processor, Power power, boolean resume) {
    List<Long> threads = addresses(PageType.TCS);
    add(
        power,
        processor + " " + power.word(),
        in -> new Action.Enter(processor, resume, (Long) in[0], (Via) in[1], (Via) in[2]),
        threads,
        world.tables() ? processes() : vias(),
        world.tables() ? processes() : vias());
  }

  private List<Via> processes() {
    return world.enclaves().isEmpty()
        ? List.of(new Via.Tables(Via.Tables.CURRENT))
        : processNumbers().stream().<Via>map(Via.Tables::new).toList();
  }

  /** Without an enclave there is one process all the same. */
  private List<Integer> processNumbers() {
    List<Integer> numbers = enclaves().map(Enclave::id).toList();
    return numbers.isEmpty() ? List.of(0) : numbers;
  }

  /** Translations to every frame that the operating system maps. */
  private List<Via> vias() {
    return powers.frames().stream()
        .<Via>map(frame -> new Via.Chosen(new Place.At(frame), Rwx.ALL))
        .toList();
  }

  private void accesses(Processor processor, Use use) {
    List<String> values = use == Use.WRITE ? powers.values() : List.of(DataCell.ZEROS);
    for (long address : powers.addresses()) {
      families.add(
          new Family<>(
              "%s %s %s".formatted(processor, use.verb(), Pages.text(address)),
              List.of(Domain.of(values), Domain.of(world.tables() ? processes() : vias())),
              in -> new Action.Access(processor, use, address, value(use, in[0]), (Via) in[1])));
    }
  }

  private static @Nullable String value(Use use, Object value) {
    return use == Use.WRITE ? (String) value : null;
  }

  private void leaves() {
    List<Place> frames = frames();
    List<Enclave> toBuild = enclaves().filter(enclave -> !enclave.built()).toList();
    for (Enclave enclave : toBuild) {
      Place secs = new Place.SecsOf(enclave.id());
      one(
          Power.ECREATE,
          "os ECREATE " + enclave,
          new Action.Ecreate(FREE, enclave.id(), enclave.range()));
      for (Enclave.Page page : enclave.pages()) {
        add(
            Power.EADD,
            "os EADD " + enclave + " " + Pages.text(page.address()),
            in -> new Action.Eadd(FREE, secs, page.address(), (SecInfo) in[0], page.content()),
            infos(page));
        Place place = new Place.PageOf(enclave.id(), page.address());
        one(Power.EEXTEND, "os EEXTEND " + place, new Action.Eextend(place, 0));
      }
      one(Power.EINIT, "os EINIT " + enclave, new Action.Einit(secs, SigStruct.of(enclave.id())));
    }
    add(Power.EREMOVE, "os EREMOVE", in -> new Action.Eremove((Place) in[0]), frames);
    add(Power.EDBGRD, "os EDBGRD", in -> new Action.Edbgrd((Place) in[0]), frames);
    one(Power.EPA, "os EPA", new Action.Epa(FREE));
  }

  /** As the author asks for, or with every right. */
  private static List<SecInfo> infos(Enclave.Page page) {
    SecInfo all = new SecInfo(page.info().type(), Rwx.ALL);
    return page.info().equals(all) ? List.of(all) : List.of(page.info(), all);
  }

  private void eviction() {
    List<Place> frames = frames();
    List<Place> secs = enclaves().<Place>map(e -> new Place.SecsOf(e.id())).toList();
    List<Place> arrays =
        IntStream.range(0, Math.max(1, world.versionArrays()))
            .<Place>mapToObj(Place.VersionArray::new)
            .toList();
    List<Integer> slots = IntStream.range(0, world.slots()).boxed().toList();
    List<Integer> blobs = IntStream.range(0, world.blobs()).boxed().toList();
    List<Integer> keeps = Stream.concat(blobs.stream(), Stream.of(Seen.Evicted.DROPPED)).toList();
    add(Power.EBLOCK, "os EBLOCK", in -> new Action.Eblock((Place) in[0]), frames);
    add(Power.ETRACK, "os ETRACK", in -> new Action.Etrack((Place) in[0]), secs);
    add(
        Power.EWB,
        "os EWB",
        in -> new Action.Ewb((Place) in[0], (Place) in[1], (Integer) in[2], (Integer) in[3]),
        frames,
        arrays,
        slots,
        keeps);
    load(Power.ELDU, false, blobs, arrays, slots, secs);
    load(Power.ELDB, true, blobs, arrays, slots, secs);
  }

  private void load(
      Power power,
      boolean blocked,
      List<Integer> blobs,
      List<Place> arrays,
      List<Integer> slots,
      List<Place> secs) {
    add(
        power,
        "os " + power.word(),
        in ->
            new Action.Eld(
                blocked,
                (Integer) in[0],
                FREE,
                (Place) in[1],
                (Integer) in[2],
                (Place) in[3],
                (Long) in[4]),
        blobs,
        arrays,
        slots,
        secs,
        addresses(PageType.REG));
  }

  private void devices() {
    List<Place> frames = world.allFrames().stream().<Place>map(Place.At::new).toList();
    add(
        Power.DEVICE_READ,
        "device read",
        in -> new Action.Dma(Use.READ, (Place) in[0], null),
        frames);
    add(
        Power.DEVICE_WRITE,
        "device write",
        in -> new Action.Dma(Use.WRITE, (Place) in[0], (String) in[1]),
        frames,
        powers.values());
  }

  private void tables() {
    List<Place> frames = powers.frames().stream().<Place>map(Place.At::new).toList();
    if (world.tables()) {
      add(
          Power.PTE,
          "os pte",
          in -> new Action.WritePte((Integer) in[0], (Long) in[1], (Place) in[2], Rwx.ALL),
          processNumbers(),
          powers.addresses(),
          frames);
    }
  }

  private Stream<Enclave> enclaves() {
    return world.enclaves().stream();
  }

  private List<Place> frames() {
    return world.epcFrames().stream().<Place>map(Place.At::new).toList();
  }

  private List<Long> addresses(PageType type) {
    return enclaves()
        .flatMap(enclave -> enclave.pages(type).stream())
        .map(Enclave.Page::address)
        .distinct()
        .toList();
  }

  private void one(Power power, String name, Action action) {
    if (powers.has(power)) {
      families.add(new Family<>(name, List.of(), in -> action));
    }
  }

  private void add(Power power, String name, Function<Object[], Action> maker, List<?>... domains) {
    if (powers.has(power)) {
      families.add(
          new Family<>(name, Stream.of(domains).<Domain<?>>map(Domain::of).toList(), maker::apply));
    }
  }
}
