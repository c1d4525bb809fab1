package watertight.checker.honest;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import watertight.checker.kernel.HostcallKernel;
import watertight.model.Guards;
import watertight.model.enclave.hostcall.Field;
import watertight.model.enclave.hostcall.Fields;
import watertight.model.enclave.hostcall.HostCall;
import watertight.model.enclave.hostcall.Picture;
import watertight.model.enclave.hostcall.Words;
import watertight.properties.hostcall.RealStep;
import watertight.properties.hostcall.RealSteps;
import watertight.properties.hostcall.RealWorld;

/** One world of a kernel and the calls in it, each judged as soon as it is answered. */
final class RealRun {
  private final HostcallKernel kernel;
  private final Guards guards;
  private final RealWorld world;
  private final RealSteps steps;
  private final Tally tally;

  RealRun(
      HostcallKernel kernel,
      Guards guards,
      Random random,
      RandomGenerator<Long> numbers,
      Tally tally) {
    HostcallKernel.Memory memory = kernel.memory();
    Picture picture = new Picture(Words.LINUX, memory.enclave(), List.of());
    this.kernel = kernel;
    this.guards = guards;
    this.world = new RealWorld(picture, memory.playground(), memory.live());
    this.steps = new RealSteps(world, random, numbers);
    this.tally = tally;
  }

  /** Makes so many steps, or fewer when something is found. */
  Optional<Finding> run(int most) {
    for (int i = 0; i < most; i++) {
      RealStep step = steps.next();
      List<Long> words = kernel.ask(step.words());
      Optional<Finding> finding =
          switch (step) {
            case RealStep.Call call -> judge(call, words);
            case RealStep.Deed deed -> {
              world.done(deed, words);
              yield Optional.empty();
            }
          };
      if (finding.isPresent()) {
        return finding;
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> judge(RealStep.Call step, List<Long> words) {
    HostCall call = step.call();
    Fields answer = Fields.NONE;
    List<Field> fields = call.name().answers();
    for (int i = 0; i < fields.size(); i++) {
      answer = answer.with(fields.get(i), words.get(i));
    }
    Judgement judgement = Judgement.of(world.picture(), call, answer, world.knew(), guards);
    tally.count(world.picture(), call, answer);
    if (judgement.wrong().isPresent()) {
      return Optional.of(
          new Finding(world.picture(), call, world.knew(), answer, judgement.wrong().get()));
    }
    judgement.seen().ifPresent(seen -> world.answered(step, seen));
    return Optional.empty();
  }
}
