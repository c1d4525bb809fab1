package watertight.checker.agree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import watertight.model.Result;
import watertight.model.linux.Caller;
import watertight.model.linux.OpenFlags;
import watertight.model.linux.ResolveFlags;
import watertight.model.linux.Rules;
import watertight.model.linux.Syscall;
import watertight.model.linux.path.Path;
import watertight.model.linux.task.OpenFileState;
import watertight.model.linux.task.Task;

/** The start of a walk, from the model to path.als. */
final class StartCheck {
  private final Spec spec;
  private final Rules rules;
  private final Map<String, Spec.Question> questions;
  private final Corruption corruption;
  private final Coverage coverage;

  StartCheck(Questions questions, Rules rules, Coverage coverage, SplittableRandom random) {
    this.spec = questions.spec();
    this.questions = questions.starts();
    this.rules = rules;
    this.corruption = new Corruption(spec, WalkCheck.RELATIONS, random);
    this.coverage = coverage;
  }

  /**
   * Compares the start of a call's walk.
   *
   * @param c the caller in the model, before the call
   * @param after the state after it
   */
  @Nullable Finding check(Caller c, Syscall call, Scene before, Scene after, Result result) {
    Path from = from(c, call);
    if (from == null || !isCompared(c, call)) {
      coverage.leftOut("a start of another kind");
      return null;
    }
    List<String> names = walked(call);
    Set<String> expected =
        result instanceof Result.Refused(var gate) ? Starts.predicates(gate) : Set.of("start_ok");
    Picture picture = Picture.of(spec, rules, before, after, c.task(), false);
    if (expected.isEmpty() || picture.leftOut() != null) {
      coverage.leftOut(expected.isEmpty() ? result.toString() : picture.leftOut());
      return null;
    }
    return compare(c, call, from, names, picture, expected);
  }

  /**
   * Whether the specification speaks of such a start: not of no path, slashes after it, no walk.
   */
  boolean isCompared(Caller c, Syscall call) {
    String path = Standing.path(call);
    boolean isPlain =
        path != null && !path.isEmpty() && (path.length() == 1 || !path.endsWith("/"));
    return isPlain && from(c, call) != null && (path.startsWith("/") || !walked(call).isEmpty());
  }

  /** The components that are walked: where a name is to be made, not the last. */
  private static List<String> walked(Syscall call) {
    List<String> names = PathAtoms.names(Objects.requireNonNull(Standing.path(call)));
    return Standing.makesName(call) ? names.subList(0, Math.max(0, names.size() - 1)) : names;
  }

  private @Nullable Finding compare(
      Caller c,
      Syscall call,
      Path from,
      List<String> names,
      Picture picture,
      Set<String> expected) {
    Task task = c.task();
    Facts start = picture.pair().before();
    Facts end = picture.pair().after().copy();
    boolean absolute = Objects.requireNonNull(Standing.path(call)).startsWith("/");
    String p = PathAtoms.add(start, absolute, names);
    if (end.from("flags", People.walkAtom(task)).isEmpty()) {
      flags(call).forEach(flag -> end.add("flags", People.walkAtom(task), flag));
    }
    Evaluation evaluation = new Evaluation(spec, new StatePair(start, end));
    List<String> arguments =
        List.of(
            People.walkAtom(task),
            atom(picture, from.mount()),
            atom(picture, from.dentry()),
            atom(picture, c.root().mount()),
            atom(picture, c.root().dentry()),
            p);
    Set<String> truths = new TreeSet<>();
    questions.forEach(
        (name, question) -> {
          if (evaluation.holds(question, arguments)) {
            truths.add(name);
          }
        });
    if (truths.size() != 1 || !expected.containsAll(truths)) {
      return new Finding("start", String.join(" or ", expected), truths.toString());
    }
    String predicate = truths.iterator().next();
    coverage.sent(predicate);
    return predicate.equals("start_ok")
        ? corrupted(evaluation, new StatePair(start, end), arguments)
        : null;
  }

  private @Nullable Finding corrupted(
      Evaluation evaluation, StatePair pair, List<String> arguments) {
    Corruption.Spoilt spoilt = corruption.of("start_ok", pair, arguments.get(0));
    if (spoilt == null || spoilt.relation().equals("flags")) {
      return null; // which flags the walk has is what the question takes them from
    }
    coverage.corrupted("start_ok: " + spoilt.relation());
    return evaluation.holdsWith(
            Objects.requireNonNull(questions.get("start_ok")),
            arguments,
            spoilt.relation(),
            spoilt.rows())
        ? new Finding(
            "start_ok",
            spoilt.relation() + " is " + pair.after().of(spoilt.relation()),
            spoilt.relation() + " may be " + spoilt.rows())
        : null;
  }

  private static String atom(Picture picture, Object object) {
    String atom = picture.naming().known(object);
    return atom == null ? "Foot" : atom;
  }

  /** Where a relative path begins; the working directory where that is not looked at. */
  static @Nullable Path from(Caller c, Syscall call) {
    int dirfd =
        switch (call) {
          case Syscall.Openat open -> open.dirfd();
          case Syscall.Openat2 open -> open.dirfd();
          default -> Syscall.AT_FDCWD;
        };
    boolean inRoot =
        call instanceof Syscall.Openat2 open
            && (open.how().resolve() & ResolveFlags.RESOLVE_IN_ROOT) != 0;
    String path = Objects.requireNonNullElse(Standing.path(call), "");
    boolean isRelative = inRoot || !path.startsWith("/");
    if (dirfd == Syscall.AT_FDCWD || !isRelative) {
      return c.cwd();
    }
    OpenFileState file = c.file(dirfd);
    return file == null ? null : file.pathOrNull();
  }

  private static List<String> flags(Syscall call) {
    if (!(call instanceof Syscall.Openat2 open)) {
      return List.of();
    }
    Map<String, Boolean> flags = new LinkedHashMap<>();
    long resolve = open.how().resolve();
    flags.put("Beneath", (resolve & ResolveFlags.RESOLVE_BENEATH) != 0);
    flags.put("InRoot", (resolve & ResolveFlags.RESOLVE_IN_ROOT) != 0);
    flags.put("NoXdev", (resolve & ResolveFlags.RESOLVE_NO_XDEV) != 0);
    flags.put("NoSymlinks", (resolve & ResolveFlags.RESOLVE_NO_SYMLINKS) != 0);
    flags.put("NoMagiclinks", (resolve & ResolveFlags.RESOLVE_NO_MAGICLINKS) != 0);
    flags.put("NoFollow", (open.how().flags() & OpenFlags.O_NOFOLLOW) != 0);
    return flags.keySet().stream().filter(flags::get).toList();
  }
}
