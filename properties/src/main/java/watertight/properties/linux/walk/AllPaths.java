package watertight.properties.linux.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.path.Lookup;
import watertight.model.linux.path.LookupCall;
import watertight.model.linux.path.Path;
import watertight.model.linux.path.PathWalk;
import watertight.model.linux.path.Step;
import watertight.model.linux.path.WalkingCall;
import watertight.model.linux.path.Walks;

/**
 * Walks every path of at most so many components over {@code a b . .. link}, relative and absolute.
 * Paths with the same beginning share the walk of it: the model's own walk goes on from there by
 * one component more.
 */
final class AllPaths {
  /** The components. */
  static final List<String> WORDS = List.of("a", "b", ".", "..", "link");

  /** Who looks at the walks. */
  interface Visitor {
    /**
     * A path was walked to its end.
     *
     * @param before the walk in the directory of the last component
     * @param end the path's object, as {@link Arrived}, or why there is none
     */
    void walked(PathWalk before, String last, Result end);
  }

  /** The walk's end. */
  record Arrived(Path at) implements Result.Answer {}

  /** The walk is in the directory of the last component. */
  private record InDirectory(PathWalk walk) implements Result.Answer {}

  private static final LookupCall TO_THE_END =
      new LookupCall() {
        @Override
        public Step begin(Caller c) {
          throw new IllegalStateException("the walk has begun");
        }

        @Override
        public Result found(Caller c, Path path) {
          return new Result.Returned(new Arrived(path));
        }
      };

  private static final WalkingCall TO_THE_DIRECTORY =
      new WalkingCall() {
        @Override
        public Step begin(Caller c) {
          throw new IllegalStateException("the walk has begun");
        }

        @Override
        public Step atLast(Caller c, PathWalk walk) {
          return new Step.Done(new Result.Returned(new InDirectory(walk)));
        }
      };

  private final Caller caller;
  private final Lookup lookup;
  private final Visitor visitor;
  private final String[] names;
  private boolean absolute;
  private int depth;

  AllPaths(Caller caller, Lookup lookup, int length, Visitor visitor) {
    this.caller = caller;
    this.lookup = lookup;
    this.visitor = visitor;
    this.names = new String[length];
  }

  /** Walks all relative paths, then all absolute ones. */
  void walk() {
    walk(false);
    walk(true);
  }

  private void walk(boolean fromRoot) {
    absolute = fromRoot;
    Step start = Walks.start(caller, fromRoot ? "/." : ".", lookup);
    goOn(Walks.run(caller, TO_THE_DIRECTORY, start));
  }

  private void goOn(Result result) {
    if (result instanceof Result.Returned(InDirectory(PathWalk walk))) {
      everyComponent(walk);
    }
  }

  private void everyComponent(PathWalk walk) {
    boolean last = depth + 1 == names.length;
    for (String word : WORDS) {
      names[depth++] = word;
      Step atLast = new Step.AtLast(walk.towards(word));
      visitor.walked(walk, word, Walks.run(caller, TO_THE_END, atLast));
      if (!last) {
        Step on = new Step.Walking(walk.towards(word, "."));
        goOn(Walks.run(caller, TO_THE_DIRECTORY, on));
      }
      depth--;
    }
  }

  /** The path that is being walked. */
  String path() {
    List<String> walked = new ArrayList<>(Arrays.asList(names).subList(0, depth));
    return (absolute ? "/" : "") + String.join("/", walked);
  }

  /** Whether the path that is being walked is absolute. */
  boolean isAbsolute() {
    return absolute;
  }
}
