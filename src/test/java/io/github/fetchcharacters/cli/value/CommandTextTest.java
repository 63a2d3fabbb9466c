package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "compare 1 10,100-120 --runs=3 | compare 1 10,100-120 --runs=3",
        "-H Authorization:secret 1     | -H 'Authorization: …' 1",
        "--header=Cookie:secret 1      | '--header=Cookie: …' 1",
        "-HX-Token:secret 1            | '-HX-Token: …' 1",
        "-vH X-Token:secret 1          | -vH 'X-Token: …' 1",
        "-vHX-Token:secret 1           | '-vHX-Token: …' 1",
        "-H=X-Token:secret             | '-H=X-Token: …'",
        "-H secret                     | -H '…'",
        "-H                            | -H",
        "--header=                     | --header=",
        "-c9 -HX:H -vt                 | -c9 '-HX: …' -vt",
        "--proxy http://u:p@host:80    | --proxy 'http://…@host:80'",
        "--proxy=http://u:p@host:80    | '--proxy=http://…@host:80'",
        "--proxy=http://host:80        | --proxy=http://host:80",
        "--name=Rick's                 | '--name=Rick'\\''s'",
        "$(reboot)                     | '$(reboot)'",
      })
  void isReadyForAShellAndHoldsNoSecret(String arguments, String text) {
    List<String> words = Arrays.asList(arguments.strip().split(" "));
    assertThat(CommandText.of(words)).isEqualTo("fetch-characters " + text);
  }
}
