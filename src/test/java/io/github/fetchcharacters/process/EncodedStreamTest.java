package io.github.fetchcharacters.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedStreamTest {

  @ParameterizedTest
  @CsvSource({
    "Rick Sanchez, Rick Sanchez",
    "Zoë 'é', Zoë 'é'",
    "日本 🥒!, ?? ?!",
  })
  void whatTheEncodingLacksIsAQuestionMark(String text, String shown) throws IOException {
    assertThat(written(text.getBytes(UTF_8), 1000, "IBM850")).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aCharacterMayComeInPieces(int size) throws IOException {
    byte[] text = "Zoë 日本 🥒!\n".getBytes(UTF_8);

    assertThat(written(text, size, "UTF-16LE")).isEqualTo("Zoë 日本 🥒!\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void whatIsNoUtf8DoesNotStopTheRest(int size) throws IOException {
    byte[] text = {'a', (byte) 0xFF, (byte) 0xC3, 'b', '\n'};

    assertThat(written(text, size, "IBM850")).isEqualTo("a??b\n");
  }

  private static String written(byte[] text, int size, String charset) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EncodedStream stream = new EncodedStream(out, Charset.forName(charset));
    for (int i = 0; i < text.length; i += size) {
      stream.write(text, i, Math.min(size, text.length - i));
    }
    return out.toString(Charset.forName(charset));
  }
}
