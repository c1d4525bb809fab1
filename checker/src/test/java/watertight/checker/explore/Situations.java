package watertight.checker.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import watertight.checker.text.GuardNames;
import watertight.checker.text.ScenarioParser;
import watertight.checker.text.Source;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.linux.LinuxGuards;
import watertight.model.linux.Rules;
import watertight.model.linux.scenario.Scenario;
import watertight.model.linux.scenario.ScenarioMachine;

/** Small situations for the tests of the explorer. */
final class Situations {
  private Situations() {}

  static final String MOVERS =
      """
      scenario "two who move, make and open"
      claim chroot/lookup-confined

      world
        dir  /jail/d
        file /m "text"
      party attacker  task A uid=0 caps= root=/jail cwd=/jail/d
        may mkdir, chdir, open, close
      party outsider  task B uid=0
        may rename
      scope default: inodes 6, fds 2, components 1, depth 4
      """;

  static final String BINDERS =
      """
      scenario "one who mounts, changes roots and passes descriptors on"
      claim chroot/root-is-per-task

      world
        dir  /a
        dir  /b
      party first  task A uid=0
        may mount, umount2, chroot, chdir, clone, exit
      scope default: inodes 5, mounts 4, tasks 2, components 1, depth 3
      """;

  static final String SENDERS =
      """
      scenario "one who sends itself descriptors"
      claim chroot/fd-from-outside

      world
        dir  /a
      party first  task A uid=0
        may socketpair, sendmsg, recvmsg, open, close, fchdir
      goal first reads "/a"
      scope default: inodes 2, fds 4, components 1, depth 4
      """;

  static final String RUNTIME =
      """
      scenario "a program walks while somebody renames"
      claim chroot/check-then-use

      world
        file /w/f "user"
        file /e/f "other"
      party attacker  task A uid=0 caps= cwd=/w
        may rename, symlink
      party runtime   task R uid=0 runs
        [R] openat2(AT_FDCWD, "w/../w/f", {flags=O_RDONLY, resolve=RESOLVE_BENEATH}, 24) = @t
        [R] read(@t, NULL, 10) = 4
      goal runtime reads "/e/f"
      scope default: inodes 6, components 1, depth 5
      """;

  static Stream<String> all() {
    return Stream.of(MOVERS, BINDERS, SENDERS, RUNTIME);
  }

  static ScenarioMachine machine(String text, Guard... away) {
    return machine(ScenarioParser.parse(Source.of("x", text), guards()).scenario(), away);
  }

  static ScenarioMachine specified(String name, Guard... away) {
    Path file = Path.of("..", "specs", "scenarios", name + ".scenario");
    return machine(ScenarioParser.parse(file, guards()).scenario(), away);
  }

  private static ScenarioMachine machine(Scenario scenario, Guard... away) {
    Rules rules = Rules.LINUX.with(Guards.all().without(List.of(away)));
    return new ScenarioMachine(scenario, scenario.scopes().get("default"), rules);
  }

  static GuardNames guards() {
    return GuardNames.of(LinuxGuards.removable());
  }
}
