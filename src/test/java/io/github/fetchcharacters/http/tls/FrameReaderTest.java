package io.github.fetchcharacters.http.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds frames for any cut of a connection's bytes into parts. */
class FrameReaderTest {

  private static final byte DATA = 0;
  private static final byte GOAWAY = 7;

  /** Lengths of payloads: of SETTINGS, of PING, of DATA that takes all three octets. */
  private static final List<Integer> LENGTHS = List.of(0, 8, 70_000, 300, 0, 0, 1);

  private final List<Integer> lastStreams = new ArrayList<>();
  private final FrameReader reader = new FrameReader(lastStreams::add);
  private final ByteBuffer frames = ByteBuffer.allocate(200_000);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 9, 10, 17, 16_384, 1 << 20})
  void areFoundInPartsOfAnySize(int size) {
    LENGTHS.forEach(length -> add(DATA, new byte[length]));

    assertThat(readInPartsOf(size)).isEqualTo(LENGTHS.size());
    assertThat(lastStreams).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 9, 10, 17, 16_384, 1 << 20})
  void theLastStreamIsReadInPartsOfAnySize(int size) {
    add(DATA, new byte[300]);
    add(GOAWAY, goAway(0x7fff_ffff, "later"));
    add(DATA, new byte[9]);
    add(GOAWAY, goAway(0x0102_0305, ""));

    assertThat(readInPartsOf(size)).isEqualTo(4);
    assertThat(lastStreams).containsExactly(0x7fff_ffff, 0x0102_0305);
  }

  /** A receiver ignores it (RFC 9113, section 6.8). */
  @Test
  void theReservedBitIsNoPartOfTheLastStream() {
    add(GOAWAY, goAway(0x8000_0013, ""));

    readInPartsOf(1000);

    assertThat(lastStreams).containsExactly(0x13);
  }

  /** The client ends the connection for it. */
  @Test
  void aGoAwayThatIsTooShortNamesNoStream() {
    add(GOAWAY, new byte[3]);
    add(GOAWAY, new byte[0]);
    add(GOAWAY, goAway(5, ""));

    assertThat(readInPartsOf(1000)).isEqualTo(3);
    assertThat(lastStreams).containsExactly(5);
  }

  private int readInPartsOf(int size) {
    frames.flip();
    int found = 0;
    for (int from = 0; from < frames.limit(); from += size) {
      found += reader.read(frames.slice(from, Math.min(size, frames.limit() - from)));
    }
    return found;
  }

  private void add(byte type, byte[] payload) {
    frames.putInt(payload.length << 8 | type).put((byte) 0).putInt(1).put(payload);
  }

  private static byte[] goAway(int lastStream, String debugData) {
    return ByteBuffer.allocate(8 + debugData.length())
        .putInt(lastStream)
        .putInt(0)
        .put(debugData.getBytes(US_ASCII))
        .array();
  }
}
