package watertight.properties.hostcall;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Range;
import watertight.model.enclave.hostcall.Remembered;
import watertight.model.enclave.hostcall.Remembering;
import watertight.model.enclave.hostcall.Words;

/**
 * What an enclave on a real kernel knows of its world: all that shields need, and what its
 * descriptors are, so that calls make sense.
 */
public final class RealWorld {
  /** What a descriptor is. */
  public enum Kind {
    FILE,
    DIRECTORY,
    FIFO,
    PIPE,
    SOCKET,
    LISTENER,
    EPOLL
  }

  private final Picture picture;
  private final Range playground;
  private final Set<Range> others;
  private final SortedMap<Long, Kind> kinds = new TreeMap<>();
  private Remembered knew;
  private int listeners;

  /** The first break that was told. */
  private long heap;

  /**
   * A new world.
   *
   * @param picture where the enclave lies
   * @param playground where fixed mappings may be
   * @param live the mappings that there are, the playground among them
   */
  public RealWorld(Picture picture, Range playground, Collection<Range> live) {
    this.picture = picture;
    this.playground = playground;
    this.others = new HashSet<>(live);
    others.remove(playground);
    for (long fd = 0; fd < 3; fd++) {
      kinds.put(fd, Kind.FILE);
    }
    this.knew =
        Remembered.NOTHING.withLive(List.copyOf(live)).withDescriptors(Set.copyOf(kinds.keySet()));
  }

  /** Where the enclave lies. */
  public Picture picture() {
    return picture;
  }

  /** What the enclave remembers. */
  public Remembered knew() {
    return knew;
  }

  /** Where fixed mappings may be. */
  Range playground() {
    return playground;
  }

  /** How many sockets listen. */
  int listeners() {
    return listeners;
  }

  /** The mappings that may be given back or moved; the heap is left to brk. */
  List<Range> own() {
    return knew.live().stream().filter(range -> !others.contains(range) && !isHeap(range)).toList();
  }

  private boolean isHeap(Range range) {
    return !Words.below(range.start(), heap) && Words.below(range.start(), breakAt());
  }

  /** The open descriptors of these kinds; all where there are none. */
  List<Long> descriptors(Kind first, Kind... more) {
    Set<Kind> wanted = EnumSet.of(first, more);
    List<Long> some =
        kinds.entrySet().stream()
            .filter(one -> wanted.contains(one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return some.isEmpty() ? List.copyOf(kinds.keySet()) : some;
  }

  /** After a call that the shield let through with this answer. */
  public void answered(RealStep.Call step, Fields answer) {
    HostCall call = step.call();
    boolean first = knew.breakAt().isEmpty();
    knew = new Remembering(picture.words()).after(call, answer, knew);
    heap = first ? breakAt() : heap;
    long ret = answer.get(Field.RET);
    if (ret < 0) {
      return;
    }
    if (call.name() == CallName.PIPE) {
      kinds.put(answer.get(Field.FD0), Kind.PIPE);
      kinds.put(answer.get(Field.FD1), Kind.PIPE);
    } else if (call.name() == CallName.OPEN) {
      kinds.put(ret, RealNames.kind(step.rest().getFirst()));
    } else if (call.name() == CallName.ACCEPT) {
      kinds.put(ret, Kind.SOCKET);
    } else if (call.name() == CallName.DUP2 || call.name().returnsDescriptor(call)) {
      kinds.put(ret, kindOf(call));
    }
  }

  private Kind kindOf(HostCall call) {
    return kinds.getOrDefault(call.argument(Field.FD), Kind.FILE);
  }

  /** After something that happened between calls, with these results. */
  public void done(RealStep.Deed step, List<Long> results) {
    long result = results.getFirst();
    if (result < 0) {
      return;
    }
    switch (step.deed()) {
      case CLOSE -> closed(step.arguments().getFirst());
      case FORK -> {
        Set<Long> children = new TreeSet<>(knew.children());
        children.add(result);
        knew = knew.withChildren(children);
      }
      case SOCKETS -> {
        opened(results.get(1), Kind.SOCKET);
        opened(results.get(2), Kind.SOCKET);
      }
      case LISTEN -> {
        opened(result, Kind.LISTENER);
        listeners++;
      }
      case CONNECT -> opened(result, Kind.SOCKET);
      case EPOLL -> opened(result, Kind.EPOLL);
      case REGISTER -> {
        Set<Long> tokens = new TreeSet<>(knew.tokens());
        tokens.add(step.arguments().get(2));
        knew = knew.withTokens(tokens);
      }
      case SEND_CONTROL, LOSE_DIRECTORY -> {}
    }
  }

  private void opened(long fd, Kind kind) {
    kinds.put(fd, kind);
    knew = knew.andDescriptor(fd);
  }

  private void closed(long fd) {
    kinds.remove(fd);
    Set<Long> left = new TreeSet<>(knew.descriptors());
    left.remove(fd);
    knew = knew.withDescriptors(left);
  }

  /** The break as it was told; 0 before. */
  long breakAt() {
    return knew.breakAt().orElse(0);
  }
}
