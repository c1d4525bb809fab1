package watertight.checker.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watertight.model.Cell;

class JournalCellsTest {
  private record Place(int number) implements Cell<String> {
    @Override
    public String absent() {
      return "nothing";
    }
  }

  private final JournalCells cells = new JournalCells(new CellMap());

  @Test
  void undoneStepLeavesNothingBehind() {
    cells.set(new Place(1), "a");
    cells.begin();
    cells.set(new Place(1), "b");
    cells.set(new Place(1), "c");
    cells.set(new Place(2), "d");
    cells.undo();
    assertEquals("a", cells.get(new Place(1)));
    assertEquals("nothing", cells.get(new Place(2)));
    assertFalse(cells.isChanged());
  }

  @Test
  void pastStaysReadableUntilTheNextStep() {
    cells.set(new Place(1), "a");
    cells.begin();
    cells.set(new Place(2), "b");
    cells.set(new Place(2), "c");
    cells.set(new Place(1), "d");
    assertEquals("a", cells.before().get(new Place(1)));
    assertEquals("nothing", cells.before().get(new Place(2)));
    assertEquals("c", cells.get(new Place(2)));
    List<Cell<?>> changed = new ArrayList<>();
    cells.eachChange(changed::add);
    assertEquals(List.of(new Place(2), new Place(1)), changed);
  }

  @Test
  void whatIsWrittenBackIsNoChange() {
    cells.set(new Place(1), "a");
    cells.begin();
    cells.set(new Place(1), "b");
    cells.set(new Place(1), "a");
    cells.set(new Place(2), "nothing");
    assertFalse(cells.isChanged());
    cells.set(new Place(1), null);
    assertTrue(cells.isChanged());
  }

  @Test
  void snapshotDoesNotChangeWithTheState() {
    cells.set(new Place(1), "a");
    CellMap snapshot = cells.snapshot();
    cells.set(new Place(1), "b");
    assertEquals("a", new JournalCells(snapshot).get(new Place(1)));
  }

  @Test
  void cellMapIsAMap() {
    Random random = new Random(1);
    Map<Cell<?>, Object> expected = new HashMap<>();
    CellMap map = new CellMap();
    for (int i = 0; i < 20_000; i++) {
      Place place = new Place(random.nextInt(900));
      String value = random.nextInt(3) == 0 ? null : "v" + random.nextInt(5);
      Object old = value == null ? expected.remove(place) : expected.put(place, value);
      assertEquals(old, map.put(place, value));
    }
    for (int i = 0; i < 900; i++) {
      assertEquals(expected.get(new Place(i)), map.get(new Place(i)));
    }
  }
}
