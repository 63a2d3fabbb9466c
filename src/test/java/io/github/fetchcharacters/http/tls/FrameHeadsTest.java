package io.github.fetchcharacters.http.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.tls.WatchedEngine.FrameHeads;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts frames for any cut of a connection's bytes into parts. */
class FrameHeadsTest {

  /** Lengths of payloads: of SETTINGS, of PING, of DATA that takes all three octets. */
  private static final List<Integer> LENGTHS = List.of(0, 8, 70_000, 300, 0, 0, 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 9, 10, 17, 16_384, 1 << 20})
  void areFoundInPartsOfAnySize(int size) {
    ByteBuffer all = frames();
    FrameHeads heads = new FrameHeads();
    int found = 0;

    for (int from = 0; from < all.limit(); from += size) {
      found += heads.in(all.slice(from, Math.min(size, all.limit() - from)));
    }

    assertThat(found).isEqualTo(LENGTHS.size());
  }

  private static ByteBuffer frames() {
    int octets = LENGTHS.stream().mapToInt(length -> 9 + length).sum();
    ByteBuffer frames = ByteBuffer.allocate(octets);
    for (int length : LENGTHS) {
      frames.putInt(length << 8).put((byte) 0).putInt(1).put(new byte[length]);
    }
    return frames.flip();
  }
}
