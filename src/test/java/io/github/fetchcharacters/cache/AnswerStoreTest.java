package io.github.fetchcharacters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of answers, on a real disk. */
@Timeout(60)
class AnswerStoreTest {

  private static final String NAME = name(1);

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private final Path home;
  private final Path parent;
  private final Path folder;
  private Instant now = Instant.ofEpochMilli(1_700_000_000_000L);

  AnswerStoreTest(@TempDir Path home) {
    this.home = home;
    this.parent = home.resolve("cache/fetch-characters");
    this.folder = parent.resolve("answers");
  }

  @BeforeEach
  void requirePosix() {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
  }

  private static String name(int number) {
    return String.format("%064x", number);
  }

  private @Nullable AnswerStore open() {
    return AnswerStore.open(folder, () -> now, warnings::add);
  }

  private AnswerStore opened() {
    return Objects.requireNonNull(open());
  }

  private void write(int number, String body) {
    try (AnswerStore store = opened()) {
      store.write(name(number), new Entry(now, null, null, body.getBytes(UTF_8)));
    }
  }

  private @Nullable String read(int number) {
    try (AnswerStore store = opened()) {
      Entry entry = store.read(name(number));
      return entry == null ? null : new String(entry.body(), UTF_8);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  // Reading and writing

  @Test
  void whatOneRunKeepsTheNextFinds() {
    write(1, "first");

    assertThat(read(1)).isEqualTo("first");
    assertThat(read(2)).isNull();
    assertThat(warnings).isEmpty();
  }

  @Test
  void aNewerAnswerTakesThePlaceOfTheOld() throws IOException {
    write(1, "first");
    write(1, "second");

    assertThat(read(1)).isEqualTo("second");
    assertThat(files()).containsExactly(NAME, "cleaned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "cut", "foreign", "folder", "of another name", "too large"})
  void aDamagedEntryIsNone(String damage) throws IOException {
    write(1, "first");
    Path file = folder.resolve(NAME);
    byte[] whole = Files.readAllBytes(file);
    switch (damage) {
      case "empty" -> Files.write(file, new byte[0]);
      case "cut" -> Files.write(file, Arrays.copyOf(whole, whole.length - 1));
      case "foreign" -> Files.writeString(file, "{\"id\":1}");
      case "of another name" -> Files.move(file, folder.resolve(name(2)));
      case "too large" -> Files.write(file, new byte[AnswerStore.MAX_FILE + 1]);
      default -> {
        Files.delete(file);
        Files.createDirectory(file);
      }
    }

    assertThat(read(1)).isNull();
    assertThat(read(2)).isNull();
    assertThat(warnings).isEmpty();
  }

  @Test
  void onlyTheUserCanReadIt() throws IOException {
    write(1, "first");

    for (Path own : List.of(folder, parent, home.resolve("cache"))) {
      assertThat(mode(own)).isEqualTo("rwx------");
    }
    assertThat(mode(folder.resolve(NAME))).isEqualTo("rw-------");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void aFolderThatOthersCouldReadIsClosed() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    write(1, "first");

    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  // Folders that are of no use

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwx----w-"})
  void aFolderThatOthersMayWriteToIsNotUsed(String mode) throws IOException {
    write(1, "first");
    for (Path own : List.of(folder, parent)) {
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString(mode));

      assertThat(open()).isNull();

      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
    }
    assertThat(warnings)
        .hasSize(2)
        .containsOnly("the cache in " + folder + " is not used: others may write to it");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsOneWarning() throws IOException {
    Files.createDirectories(parent);
    Files.createFile(folder);

    assertThat(open()).isNull();
    assertThat(warnings)
        .containsExactly("the cache in " + folder + " is not used: it is no folder");
  }

  @Test
  void aFolderOfAnotherUserIsNotUsed() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root"); // Only root can give it away.
    write(1, "first");
    Files.setAttribute(folder, "unix:uid", 12_345);

    assertThat(open()).isNull();
    assertThat(warnings)
        .containsExactly("the cache in " + folder + " is not used: it belongs to another user");
  }

  @Test
  void aFolderThatCannotBeMadeIsOneWarning() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    assertThat(AnswerStore.open(file.resolve("answers"), () -> now, warnings::add)).isNull();
    assertThat(warnings).hasSize(1).first().asString().contains("is not used: ");
  }

  /** Of root every folder is writable. */
  @Test
  void aFolderThatCannotBeWrittenIsReadAndIsOneWarning() throws IOException {
    write(1, "first");
    now = now.plus(Duration.ofDays(2));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    assumeThat(Files.isWritable(folder)).isFalse();

    write(2, "second");
    assertThat(warnings)
        .containsExactly("answers cannot be kept in " + folder + ": permission denied");
    assertThat(read(1)).isEqualTo("first");
  }

  /** The disk is full after some bytes, as a quota or a partition is. */
  @Test
  void aFullDiskIsOneWarningAndEndsTheWriting() throws IOException {
    write(1, "first");
    List<Path> tried = new ArrayList<>();
    try (AnswerStore store =
        new AnswerStore(
            folder,
            () -> now,
            warnings::add,
            (file, content) -> {
              tried.add(file);
              throw new IOException("No space left on device");
            })) {
      for (int number = 1; number < 100; number++) {
        store.write(name(number), new Entry(now, null, null, new byte[100]));
      }
      assertThat(store.read(NAME)).isNotNull();
    }

    assertThat(tried).hasSize(1);
    assertThat(warnings)
        .containsExactly("answers cannot be kept in " + folder + ": No space left on device");
  }

  @Test
  void anAnswerTakesThePlaceOfAnEmptyFolder() throws IOException {
    opened().close();
    Files.createDirectory(folder.resolve(NAME));

    write(1, "first");

    assertThat(read(1)).isEqualTo("first");
    assertThat(warnings).isEmpty();
  }

  /** No file can be moved onto a folder with something in it. */
  @Test
  void aFolderWithFilesCostsTheAnswerInItsPlaceAndNoOther() throws IOException {
    opened().close();
    Files.createDirectories(folder.resolve(NAME).resolve("inside"));

    try (AnswerStore store = opened()) {
      store.write(NAME, new Entry(now, null, null, new byte[1]));
      store.write(name(2), new Entry(now, null, null, "second".getBytes(UTF_8)));
    }

    assertThat(read(2)).isEqualTo("second");
    assertThat(files()).as("no temporary file").containsExactly(NAME, name(2), "cleaned");
    assertThat(warnings).isEmpty();
  }

  @Test
  void aRemovedAnswerIsNone() {
    write(1, "first");
    write(2, "second");
    try (AnswerStore store = opened()) {
      store.remove(NAME);
      store.remove(name(3));
    }

    assertThat(read(1)).isNull();
    assertThat(read(2)).isEqualTo("second");
    assertThat(warnings).isEmpty();
  }

  @Test
  void anEntryOfAnotherUserIsNone() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root"); // Only root can give it away.
    write(1, "first");
    Files.setAttribute(folder.resolve(NAME), "unix:uid", 12_345);

    assertThat(read(1)).isNull();

    write(1, "second");
    assertThat(read(1)).isEqualTo("second");
    assertThat(warnings).isEmpty();
  }

  @Test
  void aDiskThatIsTooSlowHoldsUpNoRunForLong() throws Exception {
    write(1, "first");
    CountDownLatch never = new CountDownLatch(1);
    AnswerStore store =
        new AnswerStore(
            folder,
            () -> now,
            warnings::add,
            (file, content) -> {
              try {
                never.await();
              } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
              }
            });
    for (int number = 0; number < 10; number++) {
      store.write(name(number), new Entry(now, null, null, new byte[4 << 20]));
    }

    store.close();

    assertThat(warnings)
        .containsExactly("10 answers are not kept: the disk of " + folder + " is too slow");
    never.countDown();
  }

  /** Java closes the file of a thread that it interrupts; which is no fault of the disk. */
  @Test
  void countsTheAnswersAloneOfTheWorkThatItGivesUp() throws Exception {
    write(1, "first");
    now = now.plus(Duration.ofDays(2));
    CompletableFuture<Thread> writer = new CompletableFuture<>();
    AnswerStore store = storeOn(blocked(writer));
    store.write(name(2), new Entry(now, null, null, new byte[1]));
    writer.get();

    assertThat(store.read(NAME)).as("used after a day").isNotNull();
    store.remove(name(4));
    store.close();

    writer.get().join();
    assertThat(warnings)
        .containsExactly("1 answer is not kept: the disk of " + folder + " is too slow");
  }

  @Test
  void anInterruptedWriteOfAnInterruptedRunIsNoWarning() throws Exception {
    write(1, "first");
    CompletableFuture<Thread> writer = new CompletableFuture<>();
    AnswerStore store = storeOn(blocked(writer));
    store.write(name(2), new Entry(now, null, null, new byte[1]));
    writer.get();

    Thread.currentThread().interrupt();
    store.close();

    assertThat(Thread.interrupted()).isTrue();
    writer.get().join();
    assertThat(warnings).isEmpty();
  }

  private AnswerStore storeOn(AnswerStore.Disk disk) {
    return new AnswerStore(folder, () -> now, warnings::add, disk);
  }

  /**
   * Returns a disk whose first write goes on until an interrupt, as to a file.
   *
   * @param writer completes with the thread of that write
   */
  private static AnswerStore.Disk blocked(CompletableFuture<Thread> writer) {
    return (file, content) -> {
      Pipe unread = Pipe.open();
      try (Pipe.SourceChannel source = unread.source()) {
        writer.complete(Thread.currentThread());
        while (source.isOpen()) {
          unread.sink().write(ByteBuffer.allocate(1 << 16));
        }
      }
    };
  }

  @Test
  void anInterruptedRunDoesNotWaitForTheDisk() {
    CountDownLatch never = new CountDownLatch(1);
    AnswerStore store =
        new AnswerStore(folder, () -> now, warnings::add, (file, content) -> never.countDown());
    Thread.currentThread().interrupt();

    store.write(NAME, new Entry(now, null, null, new byte[1]));
    store.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(warnings).isEmpty();
  }

  // Several at once

  @Test
  void severalRunsOnOneFolderNeverSeeHalfAnAnswer() throws Exception {
    write(1, "8");
    List<Thread> threads = new ArrayList<>();
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    for (int run = 0; run < 4; run++) {
      String body = ("" + run).repeat(50_000);
      Thread thread =
          new Thread(
              () -> {
                try (AnswerStore store = opened()) {
                  for (int round = 0; round < 100; round++) {
                    store.write(NAME, new Entry(now, null, null, body.getBytes(UTF_8)));
                    Entry entry = store.read(NAME);
                    String found = entry == null ? "none" : new String(entry.body(), UTF_8);
                    seen.add(found.replaceAll("(.)\\1{49999}", "$1"));
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(seen).hasSize(400).isSubsetOf("8", "0", "1", "2", "3");
    assertThat(read(1)).hasSize(50_000);
    assertThat(files()).containsExactly(NAME, "cleaned");
    assertThat(warnings).isEmpty();
  }

  @Test
  void killedWhileItWritesARunLeavesWholeAnswersAlone() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      for (int answer = 0; answer < 30; answer++) {
        assertThat(process.getInputStream().read()).isEqualTo('.');
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    Inventory left = Inventory.of(folder);
    assertThat(left.entries()).isNotEmpty().allSatisfy(one -> assertThat(one.stored()).isNotNull());
  }

  /** Writes answers until it is killed, and a dot for each. */
  static final class EndlessWriter {
    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      AnswerStore.open(folder, Instant::now, System.err::println);
      for (int number = 0; ; number++) {
        Entry entry = new Entry(Instant.now(), null, null, new byte[4_000_000]);
        EntryFile.replace(
            folder.resolve(name(number % 7)), EntryFormat.encode(name(number % 7), entry));
        System.out.write('.');
        System.out.flush();
      }
    }
  }

  // Cleaning

  private Path aged(String name, Duration unused) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Files.write(file, new byte[5000]);
    }
    return Files.setLastModifiedTime(file, FileTime.from(now.minus(unused)));
  }

  private void cleanTomorrow() {
    now = now.plus(Duration.ofDays(1));
    opened().close();
  }

  @Test
  void whatWasNotUsedFor30DaysGoes() throws IOException {
    opened().close();
    aged(name(1), Duration.ofDays(29));
    aged(name(2), Duration.ofDays(28));

    cleanTomorrow();
    assertThat(files()).containsExactly(name(1), name(2), "cleaned");

    cleanTomorrow();
    assertThat(files()).containsExactly(name(2), "cleaned");
  }

  @Test
  void useKeepsAnAnswer() throws IOException {
    write(1, "first");
    for (int day = 1; day < 40; day++) {
      aged(NAME, Duration.ofDays(day % 2 == 0 ? 1 : 2));
      now = now.plus(Duration.ofDays(1));
      assertThat(read(1)).isEqualTo("first");
    }
  }

  @Test
  void aHalfWrittenFileOfAKilledRunGoesButNoneOfARunNow() throws IOException {
    opened().close();
    aged("new-1", Duration.ofDays(-1));
    aged("new-2", Duration.ofHours(2));

    cleanTomorrow();

    assertThat(files()).containsExactly("cleaned", "new-1");
  }

  @Test
  void filesOfOthersStay() throws IOException {
    opened().close();
    aged("README", Duration.ofDays(99));

    cleanTomorrow();
    Inventory.of(folder).clear();

    assertThat(files()).contains("README");
  }

  @Test
  void ofTooManyTheLongestUnusedGo() throws IOException {
    write(0, "first");
    for (int number = 1; number <= 10; number++) {
      aged(name(number), Duration.ofMinutes(number));
    }
    now = now.plus(Duration.ofDays(1));
    try (AnswerStore store =
        new AnswerStore(folder, () -> now, warnings::add, EntryFile::replace)) {
      store.clean(4 * 8192);
    }

    assertThat(Inventory.of(folder).entries())
        .extracting(one -> folder.relativize(one.path()).toString())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(0, 3).mapToObj(AnswerStoreTest::name).toList());
  }

  @Test
  void itCleansOnceADay() throws IOException {
    opened().close();
    now = now.plus(Duration.ofHours(23));
    aged(name(1), Duration.ofDays(99));

    opened().close();
    assertThat(files()).contains(name(1));

    now = now.plus(Duration.ofHours(1));
    opened().close();
    assertThat(files()).doesNotContain(name(1));
  }

  @Test
  void aClockThatWentBackDoesNotEndTheCleaning() throws IOException {
    opened().close();
    now = now.minus(Duration.ofDays(365));
    aged(name(1), Duration.ofDays(99));

    opened().close();

    assertThat(files()).doesNotContain(name(1));
    assertThat(Inventory.of(folder).temporary()).isEmpty();
  }
}
