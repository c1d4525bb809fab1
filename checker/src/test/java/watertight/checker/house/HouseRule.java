package watertight.checker.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house; {@code root} is the package under which the house stands. */
enum HouseRule {
  MODEL_DEPENDS_ON_NOTHING_BUT_THE_JDK {
    @Override
    ArchRule in(String root) {
      return classes()
          .that()
          .resideInAPackage(root + ".model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(root + ".model..", "java..", "org.jspecify.annotations..");
    }
  },
  MODEL_HAS_NO_CLOCK_RANDOMNESS_OR_IO {
    @Override
    ArchRule in(String root) {
      return noClasses()
          .that()
          .resideInAPackage(root + ".model..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.(io|net|nio|time|security)\\..*"
                  + "|java\\.util\\.(Random|SplittableRandom|UUID|Timer|concurrent\\..*|random\\..*)"
                  + "|java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|Runtime)");
    }
  },
  PROPERTIES_DEPEND_ON_THE_MODEL_ONLY {
    @Override
    ArchRule in(String root) {
      return classes()
          .that()
          .resideInAPackage(root + ".properties..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              root + ".properties..",
              root + ".model..",
              "java..",
              "org.jspecify.annotations..",
              "net.jqwik.api..",
              "org.apiguardian.api..");
    }
  },
  SHIELDS_DO_NOT_KNOW_THE_PROMISES {
    @Override
    ArchRule in(String root) {
      return apart(root, "shield", "posix");
    }
  },
  PROMISES_DO_NOT_KNOW_THE_SHIELDS {
    @Override
    ArchRule in(String root) {
      return apart(root, "posix", "shield");
    }
  },
  ENGINES_DO_NOT_KNOW_THE_COMMAND_LINE {
    @Override
    ArchRule in(String root) {
      return noClasses()
          .that()
          .resideInAPackage(root + ".checker..")
          .and()
          .resideOutsideOfPackage(root + ".checker.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(root + ".checker.cli..", "picocli..");
    }
  };

  abstract ArchRule in(String root);

  /** What is checked of an answer, and what must come of it, are written apart. */
  private static ArchRule apart(String root, String one, String other) {
    String hostcall = root + ".model.enclave.hostcall.";
    return noClasses()
        .that()
        .resideInAPackage(hostcall + one + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(hostcall + other + "..");
  }
}
