package io.github.fetchcharacters.cli.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fetchcharacters.http.HttpSettings.Header;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class HeaderConverterTest {

  private final HeaderConverter converter = new HeaderConverter();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X-Token: secret; X-Token; secret",
        "X-Token:secret; X-Token; secret",
        "'X-Token :  a b  '; X-Token; a b",
        "Authorization: a:b:c; Authorization; a:b:c",
        "X-Empty:; X-Empty; ''",
        "'X-Tab: a\tb'; X-Tab; 'a\tb'",
        "X-Latin: Zoë; X-Latin; Zoë",
        "!#$%&*+-.^_`|~'09: v; !#$%&*+-.^_`|~'09; v",
      })
  void readsNameAndValue(String text, String name, String value) {
    assertThat(converter.convert(text)).isEqualTo(new Header(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "",
        ":",
        ": secret",
        "X Token: secret",
        "X-Tokén: secret",
        "(x): secret",
        "é: s",
      })
  void refusesWhatIsNoHeaderWithoutRepeatingIt(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessageEndingWith(": a header is written 'Name: value'")
        .withMessageNotContaining("ecret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\nX-Other: b", "\0", "\u001b", "\u007f"})
  void refusesAValueThatCouldEndTheFieldWithoutRepeatingIt(String bad) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert("X-Token: secret" + bad + "more"))
        .withMessage(
            "the value of header 'X-Token' holds a control character, such as a line end, or one beyond"
                + " Latin-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "hOST",
        "Connection",
        "Content-Length",
        "Expect",
        "Upgrade",
        "Transfer-Encoding",
        "Accept-Encoding",
        "ACCEPT-ENCODING",
      })
  void refusesWhatTheClientSetsItself(String name) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(name + ": secret"))
        .withMessage("header '" + name + "' is set by the HTTP client itself");
  }

  /** The client throws on a header it will not send, which would be an internal error. */
  @Test
  void theClientTakesEveryValueThatIsLetThrough() {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1/"));
    StringBuilder taken = new StringBuilder();

    for (char c = 0; c < 0x200; c++) {
      try {
        Header header = converter.convert("X-Any: a" + c + "b");
        request.header(header.name(), header.value());
        taken.append(c);
      } catch (TypeConversionException refused) {
        assertThat(c).matches(bad -> bad < 0x20 || bad == 0x7F || bad > 0xFF);
      }
    }
    assertThat(taken).hasSize(1 + 0x7F - 0x20 + 0x80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Date", "From", "Origin", "Referer", "Via", "Warning", "Cookie", "TE", "Range"})
  void theClientTakesEveryNameThatIsLetThrough(String name) {
    Header header = converter.convert(name + ": value");

    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1/"))
            .header(header.name(), header.value())
            .build();

    assertThat(request.headers().firstValue(name)).hasValue("value");
  }
}
