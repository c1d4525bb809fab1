package watertight.checker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import watertight.checker.verdict.Bound;
import watertight.checker.verdict.ClaimRun;
import watertight.checker.verdict.Combined;
import watertight.checker.verdict.EngineId;
import watertight.checker.verdict.Evidence;
import watertight.checker.verdict.Strength;
import watertight.checker.verdict.Verdict;

class JunitXmlTest {
  @TempDir Path dir;

  private static Combined claim(String name, Evidence evidence) {
    return Combined.of(new ClaimRun(name, Verdict.HOLDS, Set.of()), List.of(evidence), Set.of());
  }

  private static final Combined OK =
      claim(
          "s/ok", Evidence.holds(EngineId.EXPLORE, Strength.EXHAUSTIVE, Bound.none("everything")));
  private static final Combined DIFFERS =
      claim(
          "s/differs",
          Evidence.of(EngineId.AGREE, Verdict.DISAGREEMENT, "a < b & \"c\" \u0001 ]]>"));

  private Element written(Path file, Combined... claims) throws Exception {
    JunitXml.write(file, List.of(claims));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  @Test
  void eachClaimIsATestCase() throws Exception {
    Element suite = written(dir.resolve("r.xml"), OK, DIFFERS);
    assertEquals("2", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    Element first = (Element) suite.getElementsByTagName("testcase").item(0);
    assertEquals("s/ok", first.getAttribute("name"));
    assertEquals("watertight.s", first.getAttribute("classname"));
  }

  @Test
  void whateverAReasonSaysIsXml() throws Exception {
    Element suite = written(dir.resolve("r.xml"), DIFFERS);
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertEquals("disagreement", failure.getAttribute("type"));
    assertTrue(failure.getAttribute("message").contains("a < b & \"c\" \uFFFD ]]>"));
  }

  @Test
  void anOldReportIsReplacedWhole() throws Exception {
    Path file = Files.writeString(dir.resolve("r.xml"), "old".repeat(10_000));
    written(file, OK);
    try (var files = Files.list(dir)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aReportThroughALinkGoesToItsTarget() throws Exception {
    Path target = Files.writeString(dir.resolve("real.xml"), "old");
    Path link = Files.createSymbolicLink(dir.resolve("link.xml"), target);
    written(link, OK);
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(target).startsWith("<?xml"));
  }

  @Test
  void whatIsNoFileIsWrittenTo() throws IOException {
    JunitXml.write(Path.of("/dev/null"), List.of(OK));
    assertTrue(Files.exists(Path.of("/dev/null")) && !Files.isRegularFile(Path.of("/dev/null")));
  }
}
