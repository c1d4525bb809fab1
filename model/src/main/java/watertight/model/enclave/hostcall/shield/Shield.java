package watertight.model.enclave.hostcall.shield;

import java.util.List;
import java.util.Optional;
import watertight.model.enclave.hostcall.CallName;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostcallGuards;

/** The reference of what must be checked of each call's answer. */
public final class Shield {
  private Shield() {}

  /** What becomes of an answer. */
  public static Verdict judge(Answered answered) {
    Optional<HostcallGuards> refused =
        checks(answered).stream().flatMap(check -> check.refusal(answered).stream()).findFirst();
    if (refused.isPresent()) {
      return new Verdict.Reject(refused.get());
    }
    if (Errors.isHidden(answered)) {
      return new Verdict.Retry();
    }
    Fields clamped = Clamps.of(answered);
    return clamped.equals(answered.answer()) ? new Verdict.Accept() : new Verdict.Clamp(clamped);
  }

  private static List<Check> checks(Answered answered) {
    return answered.failed()
        ? List.of(Errors::listed, Errors::interruption)
        : ofSuccess(answered.call().name());
  }

  /** What is checked where the host says that the call succeeded. */
  static List<Check> ofSuccess(CallName call) {
    return switch (call) {
      case BRK ->
          List.of(
              Mappings::breakAsAsked,
              Mappings::notWrapped,
              Mappings::missesEnclave,
              Mappings::missesLive);
      case MMAP ->
          List.of(
              Mappings::pageAligned,
              Mappings::notWrapped,
              Mappings::missesEnclave,
              Mappings::missesLive,
              Mappings::asFixed);
      case MREMAP ->
          List.of(
              Mappings::pageAligned,
              Mappings::notWrapped,
              Mappings::missesEnclave,
              Mappings::missesLive,
              Mappings::stays);
      case READ, PREAD, RECV -> List.of(Counts::received, Counts::shortCount);
      case READV -> List.of(Counts::receivedInVectors, Counts::shortCount);
      case WRITE, PWRITE, SEND -> List.of(Counts::sent, Counts::shortCount);
      case WRITEV -> List.of(Counts::sentFromVectors, Counts::shortCount);
      case READLINK -> List.of(Counts::received);
      case GETRANDOM -> List.of(Counts::received, Files::notRandom);
      case GETCWD -> List.of(Counts::received, Files::stringEnds);
      case GETDENTS -> List.of(Counts::received, Files::recordNotEmpty, Files::recordsEnd);
      case SENDFILE -> List.of(Counts::sent, Files::offsetMoves);
      case RECVMSG ->
          List.of(
              Counts::receivedInVectors,
              Messages::controlFits,
              Messages::controlMessageWithin,
              Messages::dataOutside);
      case ACCEPT ->
          List.of(Descriptors::fitsInt, Descriptors::isNew, Messages::addressAtMostStorage);
      case OPEN -> List.of(Descriptors::fitsInt, Descriptors::isNew);
      case FCNTL ->
          List.of(Descriptors::fitsInt, Descriptors::isNew, Descriptors::atLeast, Counts::zero);
      case DUP2 -> List.of(Descriptors::asAsked);
      case PIPE ->
          List.of(Counts::zero, Descriptors::fitsInt, Descriptors::isNew, Descriptors::endsDiffer);
      case GETSOCKOPT -> List.of(Counts::zero, Messages::optionFits);
      case LSEEK -> List.of(Files::positionAsSet, Files::notNegative);
      case STAT -> List.of(Counts::zero, Files::notNegative);
      case MUNMAP, IOCTL, NANOSLEEP -> List.of(Counts::zero);
      case POLL -> List.of(Ready::atMostAsked, Ready::asMarked, Ready::wereAsked);
      case SELECT -> List.of(Ready::asMarked, Ready::wereAsked);
      case EPOLL_WAIT -> List.of(Ready::atMostAsked, Ready::tokenGiven);
      case CLOCK_GETTIME -> List.of(Counts::zero, Times::notBack, Times::belowSecond);
      case FUTEX -> List.of(Counts::zero, Processes::woken);
      case WAIT4 -> List.of(Processes::childIsOwn, Processes::nobody);
      case GETPID -> List.of(Processes::stays);
    };
  }
}
