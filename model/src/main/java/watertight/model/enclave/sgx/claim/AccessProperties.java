package watertight.model.enclave.sgx.claim;

import watertight.model.Property;
import watertight.model.Result;
import watertight.model.enclave.sgx.Action;
import watertight.model.enclave.sgx.BlockedCell;
import watertight.model.enclave.sgx.Frame;
import watertight.model.enclave.sgx.Place;
import watertight.model.enclave.sgx.Seen;
import watertight.model.enclave.sgx.Use;
import watertight.model.enclave.sgx.World;

/** The claims about single accesses. */
final class AccessProperties {
  private AccessProperties() {}

  /** What must be so of an access and its result. */
  private interface OfAccess {
    boolean holds(Sight sight, Result result);
  }

  private static Property.OfSteps<Action> each(World world, OfAccess property) {
    return (before, action, result, after) ->
        !(action instanceof Action.Access access)
            || property.holds(new Sight(world, before, access), result);
  }

  /** Nobody reaches a page of the EPC that is not his, nor gets it from a debug leaf. */
  static Property.OfSteps<Action> outsideCannotRead(World world) {
    Property.OfSteps<Action> access =
        each(world, (sight, result) -> !Sight.reached(result) || !sight.isForeign());
    return (before, action, result, after) ->
        access.holds(before, action, result, after)
            && !(action instanceof Action.Edbgrd && Sight.reached(result));
  }

  /** Nobody tries to. */
  static Property.OfSteps<Action> nothingForeign(World world) {
    return (before, action, result, after) ->
        !(action instanceof Action.Edbgrd)
            && !(action instanceof Action.Access access
                && new Sight(world, before, access).isForeign());
  }

  /** An enclave reads and writes ordinary memory, and executes none of it. */
  static Property.OfSteps<Action> insideCanReadOutside(World world) {
    return each(
        world,
        (sight, result) -> {
          if (sight.running() == null || sight.isInside()) {
            return true;
          }
          if (sight.access().use() == Use.FETCH) {
            return !Sight.reached(result);
          }
          Frame frame = sight.frame();
          return frame == null || world.isEpc(frame) || Sight.reached(result);
        });
  }

  /** No enclave looks outside. */
  static Property.OfSteps<Action> nothingOutside(World world) {
    return each(world, (sight, result) -> sight.running() == null || sight.isInside());
  }

  /** What an enclave reaches at its own addresses is what the EPCM says. */
  static Property.OfSteps<Action> mappingCannotLie(World world) {
    return each(
        world,
        (sight, result) -> !sight.isInside() || !Sight.reached(result) || sight.isAsTheEpcmSays());
  }

  /** No enclave reaches anything at its own addresses. */
  static Property.OfSteps<Action> nothingInside(World world) {
    return each(world, (sight, result) -> !sight.isInside() || !Sight.reached(result));
  }

  /** An honest mapping is not refused. */
  static Property.OfSteps<Action> honestAccess(World world) {
    return each(
        world,
        (sight, result) ->
            !sight.isInside()
                || !sight.isAsTheEpcmSays()
                || sight.before().has(new BlockedCell(sight.frame()))
                || Sight.reached(result));
  }

  /** No device reaches the EPC. */
  static Property.OfSteps<Action> devicesStayOut(World world) {
    return (before, action, result, after) ->
        !isDmaToEpc(world, action)
            || result instanceof Result.Returned(Seen seen) && seen instanceof Seen.AbortPage;
  }

  /** No device tries to. */
  static Property.OfSteps<Action> noDma(World world) {
    return (before, action, result, after) -> !isDmaToEpc(world, action);
  }

  private static boolean isDmaToEpc(World world, Action action) {
    return action instanceof Action.Dma dma
        && dma.frame() instanceof Place.At(Frame frame)
        && world.isEpc(frame);
  }

  /** The operating system does not get at what it must not read. */
  static Property.OfSteps<Action> guardedUnread(World world) {
    return each(
        world,
        (sight, result) ->
            sight.running() != null
                || !Sight.reached(result)
                || !world.guarded().contains(sight.frame()));
  }

  /** Nobody writes a page table. */
  static Property.OfSteps<Action> noPte() {
    return (before, action, result, after) -> !(action instanceof Action.WritePte);
  }
}
