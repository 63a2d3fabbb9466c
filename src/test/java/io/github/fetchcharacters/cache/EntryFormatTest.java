package io.github.fetchcharacters.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is in a file, it is a whole entry or none. */
class EntryFormatTest {

  private static final String NAME = "0123456789abcdef".repeat(4);
  private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_123L);

  @Property
  void anEntryComesBackAsItWas(@ForAll byte[] body, @ForAll @IntRange(min = 0, max = 3) int parts) {
    String etag = (parts & 1) == 0 ? null : "W/\"1\"";
    String lastModified = (parts & 2) == 0 ? null : "Tue, 14 Nov 2023 22:13:20 GMT";

    byte[] bytes = EntryFormat.encode(NAME, new Entry(TIME, etag, lastModified, body));
    Entry entry = Objects.requireNonNull(EntryFormat.decode(NAME, bytes));

    assertThat(entry.stored()).isEqualTo(TIME);
    assertThat(entry.etag()).isEqualTo(etag);
    assertThat(entry.lastModified()).isEqualTo(lastModified);
    assertThat(entry.body()).isEqualTo(body);
  }

  @Property
  void anyBytesAreNone(@ForAll byte[] bytes) {
    assertThat(EntryFormat.decode(NAME, bytes)).isNull();
  }

  @Property
  void aPartIsNone(@ForAll @Size(max = 300) byte[] body, @ForAll @IntRange(min = 0) int length) {
    byte[] whole = whole(body);

    assertThat(EntryFormat.decode(NAME, Arrays.copyOf(whole, length % whole.length))).isNull();
  }

  @Property
  void aChangedByteMakesItNone(
      @ForAll @Size(max = 300) byte[] body,
      @ForAll @IntRange(min = 0) int place,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] damaged = whole(body);
    damaged[place % damaged.length] ^= (byte) change;

    assertThat(EntryFormat.decode(NAME, damaged)).isNull();
  }

  /** As of a program that writes the same version with another content. */
  @Property
  void anyBytesWithTheRightChecksumAreNone(@ForAll byte[] content) {
    byte[] head = EntryFormat.encode(NAME, new Entry(TIME, null, null, new byte[0]));
    int seal = new String(head, ISO_8859_1).indexOf(NAME);
    byte[] bytes = Arrays.copyOf(head, seal + content.length);
    System.arraycopy(content, 0, bytes, seal, content.length);

    assertThat(EntryFormat.decode(NAME, EntryFormat.sealed(bytes))).isNull();
  }

  @Property(tries = 1)
  void theEntryOfAnotherNameIsNone() {
    assertThat(EntryFormat.decode("f".repeat(64), whole(new byte[3]))).isNull();
  }

  private static byte[] whole(byte[] body) {
    return EntryFormat.encode(NAME, new Entry(TIME, "\"1\"", null, body));
  }
}
