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
}
