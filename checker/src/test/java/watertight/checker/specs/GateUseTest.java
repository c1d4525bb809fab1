package watertight.checker.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watertight.model.Guard;
import watertight.model.charge.ChargeGuards;
import watertight.model.enclave.hostcall.HostcallGuards;
import watertight.model.enclave.sgx.SgxGuards;
import watertight.model.linux.LinuxGuards;

class GateUseTest {
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final JavaClasses MODEL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("watertight.model");

  static List<Guard> guards() {
    List<Guard> guards = new ArrayList<>(LinuxGuards.all());
    guards.addAll(List.of(ChargeGuards.values()));
    guards.addAll(List.of(HostcallGuards.values()));
    guards.addAll(SgxGuards.all());
    return guards;
  }

  @ParameterizedTest
  @MethodSource("guards")
  void aGuardStandsAtOnePlaceInTheRules(Guard guard) {
    assertEquals(1, placesOf(guard).size(), () -> guard.id() + " stands in " + placesOf(guard));
  }

  /** The methods that name a guard; the claims name guards too, but are no rules. */
  private static Set<String> placesOf(Guard guard) {
    JavaClass mechanism = MODEL.get(guard.getClass());
    return mechanism.getField(((Enum<?>) guard).name()).getAccessesToSelf().stream()
        .map(JavaAccess::getOrigin)
        .filter(origin -> !origin.getOwner().equals(mechanism))
        .filter(origin -> !origin.getOwner().getPackageName().endsWith(".claim"))
        .map(origin -> origin.getOwner().getSimpleName() + "." + origin.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyGuardHasANameOfItsOwnInKebabCase() {
    Set<String> seen = new HashSet<>();
    for (Guard guard : guards()) {
      assertTrue(seen.add(guard.id()), guard.id() + " is the name of two guards");
      assertTrue(KEBAB_CASE.matcher(guard.id()).matches(), guard.id());
    }
  }

  @Test
  void everyMechanismOfTheModelIsAmongTheGuards() {
    Set<String> listed =
        guards().stream().map(guard -> guard.getClass().getName()).collect(Collectors.toSet());
    Set<String> written =
        MODEL.stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(Guard.class))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertEquals(written, listed);
  }
}
