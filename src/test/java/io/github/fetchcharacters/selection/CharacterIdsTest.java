package io.github.fetchcharacters.selection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class CharacterIdsTest {

  @Test
  void keepsTheOrderAndTheRepeats() {
    assertThat(ids("3", "1-3", "2,2,10-11,1"))
        .containsExactly(3L, 1L, 2L, 3L, 2L, 2L, 10L, 11L, 1L);
  }

  @Test
  void canBeWalkedThroughMoreThanOnce() {
    CharacterIds ids = ids("1-2", "5");

    assertThat(ids).containsExactly(1L, 2L, 5L);
    assertThat(ids).containsExactly(1L, 2L, 5L);
  }

  @Test
  void endsWithAnException() {
    Iterator<Long> ids = ids("7").iterator();
    ids.next();

    assertThat(ids.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(ids::next);
  }

  @Test
  void neverHoldsTheIdsOfARange() {
    Iterator<Long> ids = ids("1-999999999999999999").iterator();

    long sum = 0;
    for (int i = 0; i < 1_000_000; i++) {
      sum += ids.next();
    }
    assertThat(sum).isEqualTo(500_000_500_000L);
    assertThat(ids.hasNext()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x       | 'x' is not a character id",
        "1,x     | 'x' in '1,x' is not a character id",
        "1,,2    | '' in '1,,2' is not a character id",
        ",1      | '' in ',1' is not a character id",
        "1,      | '' in '1,' is not a character id",
        "1-2,4-3 | '4-3' in '1-2,4-3' is not a character id",
        "1,-     | '-' in '1,-' is not a character id",
        "1;2     | '1;2' is not a character id",
      })
  void aBadTokenIsNamedBeforeAnyIdIsHandedOut(String argument, String message) {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> ids("1", argument))
        .withMessageStartingWith(message);
  }

  @Test
  void readsStandardInputWhereTheDashStands() {
    CharacterIds ids = CharacterIds.parse(List.of("1", "-", "9"), input("5 6-7\n"));

    assertThat(ids).containsExactly(1L, 5L, 6L, 7L, 9L);
  }

  @Test
  void doesNotTouchStandardInputBeforeItsTurn() {
    CharacterIds ids = CharacterIds.parse(List.of("1-3", "-"), new UnreadableInput());

    List<Long> first = new ArrayList<>();
    Iterator<Long> all = ids.iterator();
    for (int i = 0; i < 3; i++) {
      first.add(all.next());
    }
    assertThat(first).containsExactly(1L, 2L, 3L);
  }

  @Test
  void refusesStandardInputTwice() {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> CharacterIds.parse(List.of("-", "1", "-"), input("1")))
        .withMessageStartingWith("'-', given twice, is not a character id");
  }

  @Test
  void namesTheIdsThatFollowTheFirst() {
    CharacterIds ids = ids("10-12", "5,5", "1");

    assertThat(ids.end(0, 0).missing()).asString().isEqualTo("[10-12, 5, 5, 1]");
    assertThat(ids.end(2, 0).missing()).asString().isEqualTo("[12, 5, 5, 1]");
    assertThat(ids.end(4, 0).missing()).asString().isEqualTo("[5, 1]");
    assertThat(ids.end(6, 0).missing()).isEmpty();
    assertThat(ids.end(7, 0).missing()).isEmpty();
  }

  @Test
  void noneAreLeftWhereMoreOutcomesCameThanItems() {
    assertThat(ids("1-3").left(1)).isEqualTo("2 characters");
    assertThat(ids("1-3").left(4)).isEqualTo("0 characters");
  }

  @Test
  void standardInputIsUnreadUntilItsEndIsRead() {
    CharacterIds ids = CharacterIds.parse(List.of("1-3", "-", "9"), input("5-6\n"));

    assertThat(ids.end(1, 0).missing()).asString().isEqualTo("[2-3, 9]");
    assertThat(ids.end(3, 0))
        .isEqualTo(new Selection.End(List.of(IdRange.of(9)), "the rest of standard input", "", ""));
    assertThat(ids).hasSize(6);
    assertThat(ids.end(4, 0).unread()).isEqualTo("the rest of standard input");
    assertThat(ids.end(4, 0).missing()).asString().isEqualTo("[9]");
    assertThat(ids.end(5, 0)).isEqualTo(new Selection.End(List.of(IdRange.of(9)), "", "", ""));
    assertThat(ids.end(6, 0)).isEqualTo(new Selection.End(List.of(), "", "", ""));
  }

  @Test
  void aBadTokenStaysUnread() {
    CharacterIds ids = CharacterIds.parse(List.of("-"), input("1\nx\n"));

    assertThatExceptionOfType(InvalidIdException.class).isThrownBy(() -> ids.forEach(id -> {}));
    assertThat(ids.end(1, 0).unread()).isEqualTo("the rest of standard input");
  }

  @Test
  void theirNumberIsUnknownWhereStandardInputIsFirst() {
    CharacterIds ids = CharacterIds.parse(List.of("-", "1-3"), new UnreadableInput());

    assertThat(ids.total()).isEqualTo(-1);
    assertThat(ids.isMoreThan(1000)).isTrue();
    assertThat(ids.end(0, 0).missing()).asString().isEqualTo("[1-3]");
  }

  @Test
  void countsTheMissingIdsUpToHalfTheLargestNumber() {
    String most = "1-" + "9".repeat(18);

    assertThat(ids("1-3", "7").end(1, 0).count()).isEqualTo(3);
    assertThat(ids(most, most, most, most, most, most, most, most, most, most).end(0, 0).count())
        .isEqualTo(Long.MAX_VALUE / 2);
  }

  @Test
  void refusesStandardInputTwiceWhereItIsFirst() {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> CharacterIds.parse(List.of("-", "-"), new UnreadableInput()));
  }

  private static CharacterIds ids(String... arguments) {
    return CharacterIds.parse(List.of(arguments), new UnreadableInput());
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
