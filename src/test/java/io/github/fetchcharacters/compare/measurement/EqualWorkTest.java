package io.github.fetchcharacters.compare.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fetchcharacters.compare.measurement.Work.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EqualWorkTest {

  private static final Item RICK = new Item(1, "Rick");
  private static final Item MORTY = new Item(2, "Morty");

  private final EqualWork equalWork =
      new EqualWork((a, b) -> a.equalsIgnoreCase(b) ? "" : "name is " + a + " and " + b);

  private static Work work(Item... items) {
    return ScriptedSubject.brought(items);
  }

  private static Map<String, Work> works(Work sync, Work async) {
    Map<String, Work> works = new LinkedHashMap<>();
    works.put("sync", sync);
    works.put("async", async);
    return works;
  }

  private List<String> differences(Work sync, Work async) {
    return catchThrowableOfType(
            UnequalWorkException.class, () -> equalWork.requireSame("round 1", works(sync, async)))
        .details();
  }

  @Test
  void ofDifferentNumbersOfRecordsEveryMissingOneIsSaidWhicheverModeLacksIt() {
    assertThat(differences(work(RICK, MORTY), work()))
        .containsExactly(
            "record 1: character 1 from sync, nothing from async",
            "record 2: character 2 from sync, nothing from async");
    assertThat(differences(work(), work(RICK)))
        .containsExactly("record 1: nothing from sync, character 1 from async");
    assertThat(differences(work(RICK), work(RICK, MORTY)))
        .containsExactly("record 2: nothing from sync, character 2 from async");
  }

  @Test
  void aRecordThatIsMissingInTheMiddleMovesTheOthers() {
    assertThat(differences(work(RICK, MORTY), work(MORTY)))
        .containsExactly(
            "record 1: character 1 from sync, character 2 from async",
            "record 2: character 2 from sync, nothing from async");
  }

  @Test
  void aRecordThatCameTwiceIsOneTooMany() {
    assertThat(differences(work(RICK), work(RICK, RICK)))
        .containsExactly("record 2: nothing from sync, character 1 from async");
  }

  @Test
  void theSameRecordsAndNoneAtAllAreEqual() {
    assertThatCode(
            () -> equalWork.requireSame("round 1", works(work(RICK), work(new Item(1, "RICK")))))
        .doesNotThrowAnyException();
    assertThatCode(() -> equalWork.requireSame("round 1", works(work(), work())))
        .doesNotThrowAnyException();
  }

  @Test
  void theSameContentUnderAnotherIdIsAnotherRecord() {
    assertThat(differences(work(RICK), work(new Item(3, "Rick"))))
        .containsExactly("record 1: character 1 from sync, character 3 from async");
  }

  @Test
  void anotherNumberOfRecordsThanInAnEarlierRoundIsAChange() {
    UnequalWorkException refusal =
        catchThrowableOfType(
            UnequalWorkException.class,
            () -> equalWork.requireUnchanged("round 3", "round 1", work(RICK), work(RICK, MORTY)));

    assertThat(refusal).hasMessage("the records changed between round 1 and round 3");
    assertThat(refusal.details())
        .containsExactly("record 2: nothing from round 1, character 2 from round 3");
  }

  @Test
  void recordsThatSayTheSameInOtherWordsAreUnchanged() {
    assertThatCode(
            () ->
                equalWork.requireUnchanged(
                    "round 2", "round 1", work(RICK), work(new Item(1, "RICK"))))
        .doesNotThrowAnyException();
  }
}
