package watertight.checker.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseTest {

  private static final String BROKEN = "watertight.checker.house.fixture";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("watertight");

  private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages(BROKEN);

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsTheRule(HouseRule rule) {
    rule.in("watertight").allowEmptyShould(true).check(HOUSE);
  }

  @ParameterizedTest
  @EnumSource
  void theRuleSeesItsViolation(HouseRule rule) {
    assertTrue(rule.in(BROKEN).evaluate(BROKEN_HOUSE).hasViolation());
  }
}
