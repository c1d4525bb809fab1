package watertight.checker.agree.proof;

import java.util.List;
import java.util.Map;
import java.util.Random;
import watertight.model.charge.Workload;

/** What the steps of the charge machine are in the words of one text. */
interface Abstraction {
  /** What one step of the model comes to. */
  sealed interface Seen {
    /** A step of the text, which it must allow. */
    record Allowed(Point point) implements Seen {}

    /** The outcome that the model does not take here: the text must not allow it either. */
    record Barred(Point point) implements Seen {}

    /** Nothing that the text speaks of; so nothing may have changed. */
    record Unmoved(List<Object> before, List<Object> after) implements Seen {}
  }

  /** The text's name. */
  String text();

  /** The sort of its states. */
  String sort();

  /** The steps that it defines and the model can take, with the calls of them. */
  Map<String, String> calls();

  /** The steps that it defines and that are not compared, with the reason. */
  Map<String, String> left();

  /** A random workload in which its steps occur. */
  Workload world(Random random);

  /** Forgets all runs before this one. */
  void begin(Workload workload, Random random);

  /** What a step of the run is. */
  List<Seen> see(ModelStep step);
}
