package io.github.fetchcharacters.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdRangeTest {

  @ParameterizedTest
  @CsvSource({
    "7, 7, 7",
    "1-20, 1, 20",
    "5-5, 5, 5",
    "007, 7, 7",
    "01-0020, 1, 20",
    "999999999999999999, 999999999999999999, 999999999999999999",
    "1-999999999999999999, 1, 999999999999999999",
  })
  void readsANumberAndARange(String token, long first, long last) {
    assertThat(IdRange.parse(token, "")).isEqualTo(new IdRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "000",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "0x1",
        "1abc",
        "abc",
        "1 2",
        "1,2",
        "-",
        "--",
        "1-",
        "-1-2",
        "1-2-3",
        "0-5",
        "5-4",
        "1–2",
        "1-x",
        "x-1",
        "1000000000000000000",
        "99999999999999999999999999",
        "1-1000000000000000000",
        "١٢",
        "１",
        "²",
        "1_000",
      })
  void refusesAnythingElseAndNamesIt(String token) {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> IdRange.parse(token, ""))
        .withMessageMatching(
            "(?s)'"
                + Pattern.quote(token)
                + "' is not a character id: (write a positive|the range runs|the number is too large).*");
  }

  @ParameterizedTest
  @CsvSource({
    "5-4, 'the range runs backwards, write 4-5'",
    "2-1, 'the range runs backwards, write 1-2'",
    "1000000000000000000, 'the number is too large: an id has at most 18 digits'",
    "1-1000000000000000000, 'the number is too large: an id has at most 18 digits'",
    "1000000000000000000-1, 'the number is too large: an id has at most 18 digits'",
    "-1000000000000000000, 'the number is too large: an id has at most 18 digits'",
  })
  void saysWhatIsWrongWithAnIdOrARange(String token, String why) {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> IdRange.parse(token, ""))
        .withMessage("'" + token + "' is not a character id: " + why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0-5", "1-0", "1-2-3", "x", "1000000000000000000x", "999999999999999999-"})
  void saysWhatAnIdIsWhereATokenLooksLikeNone(String token) {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> IdRange.parse(token, ""))
        .withMessageStartingWith("'" + token + "' is not a character id: write a positive");
  }

  @Test
  void saysWhereABadTokenStands() {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> IdRange.parse("x", " on standard input"))
        .withMessageStartingWith("'x' on standard input is not a character id");
  }

  @Test
  void doesNotLetABadTokenDriveTheTerminal() {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> IdRange.parse("1\u001b[2J\0", ""))
        .withMessageStartingWith("'1\\u001b[2J\\u0000' is not");
  }
}
