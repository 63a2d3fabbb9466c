package io.github.fetchcharacters.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fetchcharacters.cli.NamedPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExportFileTest {

  private final Path folder;

  ExportFileTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  private static void write(Path path, String text) throws Exception {
    try (ExportFile file = ExportFile.at(path)) {
      file.write(text.getBytes(UTF_8));
    }
  }

  private void leavesNothingBeside(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @Test
  void aCheckMakesNothingAndChangesNothing() throws Exception {
    Path old = Files.writeString(folder.resolve("old"), "old");

    ExportFile.at(old).close();
    ExportFile.at(folder.resolve("new")).close();

    assertThat(old).hasContent("old");
    leavesNothingBeside("old");
  }

  @Test
  void isNewOrReplacesWhatWasThere() throws Exception {
    Path file = folder.resolve("file");

    write(file, "long ago");
    assertThat(file).hasContent("long ago");
    write(file, "now");
    assertThat(file).hasContent("now");
    leavesNothingBeside("file");
  }

  /** Written in place, a reader could see it empty or half written. */
  @Test
  void whoHasTheOldFileOpenReadsItToItsEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");

    try (var reader = Files.newInputStream(file)) {
      write(file, "new");

      assertThat(reader.readAllBytes()).asString().isEqualTo("old");
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void anInterruptDoesNotCutItShort() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    ExportFile export = ExportFile.at(file);

    Thread.currentThread().interrupt();
    export.write("new".repeat(100_000).getBytes(UTF_8));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("new".repeat(100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-r--", "rwxr-xr-x"})
  void keepsTheModeOfTheOldFile(String mode) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    write(file, "new");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(mode);
    assertThat(file).hasContent("new");
  }

  @Test
  void aNewFileHasTheUsualMode() throws Exception {
    Path usual = Files.createFile(folder.resolve("usual"));
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

    write(folder.resolve("new"), "new");

    assertThat(Files.getPosixFilePermissions(folder.resolve("new")))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void linksAreFollowedAndStay() throws Exception {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path file = Files.writeString(there.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("there/file"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    Path loose = Files.createSymbolicLink(folder.resolve("loose"), Path.of("there/new"));

    write(second, "new");
    write(loose, "made");

    assertThat(second).isSymbolicLink();
    assertThat(link).isSymbolicLink();
    assertThat(loose).isSymbolicLink();
    assertThat(file).hasContent("new");
    assertThat(there.resolve("new")).hasContent("made");
    assertThat(ExportFile.at(second).path()).isEqualTo(file);
    leavesNothingBeside("there", "link", "second", "loose");
  }

  @Test
  void anUnwritableFileIsRefusedWithTheReason() throws Exception {
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

    assertThatIOException()
        .isThrownBy(() -> ExportFile.at(folder))
        .withMessage("it is a directory");
    assertThatIOException()
        .isThrownBy(() -> ExportFile.at(folder.resolve("none/file")))
        .withMessage("there is no such folder");
    assertThatIOException()
        .isThrownBy(() -> ExportFile.at(circle))
        .withMessage("its links go in a circle");
  }

  @Test
  void aReadOnlyFileStays() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "not for root");

    assertThatIOException().isThrownBy(() -> ExportFile.at(file)).withMessage("permission denied");
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws Exception {
    Path there = Files.createDirectory(folder.resolve("there"));
    ExportFile export = ExportFile.at(there.resolve("file"));
    Files.delete(there);

    assertThatIOException().isThrownBy(() -> export.write(new byte[1]));
    leavesNothingBeside();
  }

  @Test
  void aPipeWithoutAReaderIsNotWaitedFor() throws Exception {
    Path pipe = NamedPipe.make(folder.resolve("pipe"));

    assertThatIOException()
        .isThrownBy(() -> ExportFile.at(pipe))
        .withMessage("this pipe has no reader");
  }

  @Test
  void aPipeWithAReaderIsWrittenTo() throws Exception {
    Path pipe = NamedPipe.make(folder.resolve("pipe"));
    AtomicReference<String> read = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try {
                read.set(Files.readString(pipe));
              } catch (IOException failure) {
                read.set("" + failure);
              }
              done.countDown();
            });
    reader.setDaemon(true);
    reader.start();

    write(pipe, "figures");

    done.await();
    assertThat(read).hasValue("figures");
  }

  @Test
  void aDeviceIsWrittenTo() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    write(Path.of("/dev/null"), "figures");

    assertThatIOException().isThrownBy(() -> write(Path.of("/dev/full"), "figures"));
    assertThat(Path.of("/dev/null")).exists();
  }

  /** It may be any file that this process or its shell has open. */
  @Test
  void theNumberOfAnOpenFileIsRefused() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/fd")));
    Path file = Files.writeString(folder.resolve("file"), "old");
    try (var reader = Files.newInputStream(file)) {
      String number = numberOf(file).toString();
      Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/fd", number));

      for (Path path :
          List.of(Path.of("/proc/self/fd", number), Path.of("/dev/fd", number), link)) {
        assertThatIOException()
            .isThrownBy(() -> write(path, "new"))
            .withMessage("it names an open file by its number; give the file's own name");
      }
      assertThat(reader.readAllBytes()).asString().isEqualTo("old");
    }
    assertThatIOException().isThrownBy(() -> ExportFile.at(Path.of("/dev/fd/999999")));
  }

  private static Path numberOf(Path file) throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(fd -> isLinkTo(fd, file)).findFirst().orElseThrow().getFileName();
    }
  }

  private static boolean isLinkTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException gone) {
      return false;
    }
  }
}
