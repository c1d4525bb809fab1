package watertight.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watertight.model.Guard;
import watertight.model.Guards;
import watertight.model.enclave.sgx.AccessGates;
import watertight.model.enclave.sgx.SgxChoices;

class AccessVectorsTest {
  private static final Path FILE = Path.of("..", "specs", "vectors", "sgx-access.json");

  private static List<JsonNode> cases() throws IOException {
    JsonNode root = JsonMapper.shared().readTree(Files.readString(FILE));
    return root.path("sgx").path("access").valueStream().toList();
  }

  @Test
  void theModelAnswersEachCaseAsTheTableSays() {
    FileOutcome.Vectors outcome = VectorFile.read(FILE);
    assertTrue(outcome.cases().size() > 30);
    for (VectorOutcome one : outcome.cases()) {
      assertEquals(one.expected(), one.model().orElseThrow(), one.id());
    }
  }

  /** Each check of the manual is told by some case. */
  @Test
  void withoutAnyCheckSomeCaseIsAnsweredDifferently() throws IOException {
    Set<String> untold = new TreeSet<>();
    for (AccessGates gate : AccessGates.values()) {
      if (!gate.isFixed() && tells(gate) == 0) {
        untold.add(gate.id());
      }
    }
    assertTrue(tells(SgxChoices.ABORT_PAGE) > 0);
    assertEquals(Set.of(), untold);
  }

  private static long tells(Guard away) throws IOException {
    Guards guards = Guards.all().without(List.of(away));
    return cases().stream()
        .filter(
            one ->
                !(AccessVectors.ask(one, guards) instanceof AccessVectors.Answer.Says says
                    && says.text().equals(one.path("expect").asString())))
        .count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"access\": \"Q\", \"pte\": \"R\"} | access \"Q\", expected R, W or X",
        "{\"access\": \"R\", \"pte\": \"Q\"} | pte \"Q\", expected letters out of RWX",
        "{\"access\": \"R\", \"pte\": \"R\", \"enclave_mode\": 2} | enclave_mode 2, expected 0 or"
            + " 1",
        "{\"access\": \"R\", \"pte\": \"R\", \"epcm\": {\"pt\": \"X\"}} | pt \"X\", expected SECS,"
            + " TCS, REG, VA or TRIM"
      })
  void aCaseThatIsNotInTheFormSaysWhy(String json, String why) {
    assertEquals(
        new AccessVectors.Answer.Malformed(why),
        AccessVectors.ask(JsonMapper.shared().readTree(json), Guards.all()));
  }

  /** A field that is left out stands for each of its values. */
  @Test
  void aFieldThatMattersAndIsLeftOutGivesSeveralAnswers() {
    JsonNode one =
        JsonMapper.shared()
            .readTree(
                "{\"enclave_mode\": 1, \"la_in_elrange\": 1, \"pte\": \"R\", \"pa_in_epc\": 1,"
                    + " \"epcm\": {}, \"access\": \"R\"}");
    assertEquals(
        new AccessVectors.Answer.Says("#PF(SGX) or allow", java.util.Optional.empty()),
        AccessVectors.ask(one, Guards.all()));
  }
}
