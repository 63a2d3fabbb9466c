package io.github.fetchcharacters.cache;

import io.github.fetchcharacters.model.InWords;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers on disk, each in a file of its own. It reads on the thread that asks, and writes on one
 * of its own. Nothing about a file is an error: a damaged one is none, and what cannot be written
 * is a warning. Safe for use by many threads, and by several processes on one folder.
 */
public final class AnswerStore implements AutoCloseable {

  /** Bytes of the largest answer: a few larger ones would fill the cache. */
  private static final int MAX_BODY = 8 << 20;

  /** The same with the lines before it. */
  static final int MAX_FILE = MAX_BODY + (64 << 10);

  private static final long MAX_SIZE = 100L * 1000 * 1000;

  /** Bytes of answers that wait to be written; a burst of a batch run is some 3 MB. */
  private static final long MAX_WAITING = 24L << 20;

  /** Longest wait for the disk at the end of a run. */
  private static final long MAX_CLOSE_MILLIS = 2000;

  /** An entry used again within this time keeps the file's time, which is that of its storing. */
  private static final Duration EXACT = Duration.ofDays(1);

  private final Path folder;
  private final InstantSource clock;
  private final Consumer<String> warn;
  private final Disk disk;
  private final @Nullable Object owner;
  private final Background background = new Background(MAX_WAITING);
  private final AtomicBoolean writable = new AtomicBoolean(true);

  /** Answers that are not on disk: those under way, and those that found no room to wait. */
  private final AtomicInteger unwritten = new AtomicInteger();

  /** Puts content in the place of a file, in one step. */
  interface Disk {
    void replace(Path path, byte[] content) throws IOException;
  }

  /** Makes a store in a folder that is checked; for tests with another disk. */
  AnswerStore(Path folder, InstantSource clock, Consumer<String> warn, Disk disk) {
    this.folder = folder;
    this.clock = clock;
    this.warn = warn;
    this.disk = disk;
    this.owner = CacheFolder.owner(folder);
  }

  /**
   * Opens the store, and creates its folder where it is missing. Once a day it cleans it, in the
   * background.
   *
   * @param warn takes a line for the user, on any thread
   * @return null if the folder must not be used, which is one warning
   */
  public static @Nullable AnswerStore open(
      Path folder, InstantSource clock, Consumer<String> warn) {
    String objection = CacheFolder.objection(folder);
    if (objection != null) {
      warn.accept("the cache in " + folder + " is not used: " + objection);
      return null;
    }
    AnswerStore store = new AnswerStore(folder, clock, warn, EntryFile::replace);
    store.clean(MAX_SIZE);
    return store;
  }

  /** Cleans if it is time for that. */
  void clean(long maxSize) {
    Cleaning cleaning = new Cleaning(folder, clock, maxSize);
    if (cleaning.isDue()) {
      submit(0, cleaning::run);
    }
  }

  /**
   * Reads an entry.
   *
   * @param name 64 hexadecimal digits
   * @return null if there is none that is whole
   */
  public @Nullable Entry read(String name) {
    Path path = folder.resolve(name);
    byte[] bytes = EntryFile.read(path, MAX_FILE);
    if (bytes == null || !isOwn(path)) {
      return null;
    }
    Entry entry = EntryFormat.decode(name, bytes);
    if (entry != null && entry.stored().plus(EXACT).isBefore(clock.instant())) {
      long now = clock.millis();
      submit(0, () -> folder.resolve(name).toFile().setLastModified(now));
    }
    return entry;
  }

  /** Others may have left entries in the folder while it was theirs to write to. */
  private boolean isOwn(Path file) {
    return owner == null || owner.equals(CacheFolder.owner(file));
  }

  /** Writes an entry soon; does not wait. One that is too large is not kept. */
  public void write(String name, Entry entry) {
    if (entry.body().length > MAX_BODY) {
      return;
    }
    unwritten.incrementAndGet();
    submit(entry.body().length, () -> replace(name, entry));
  }

  private void replace(String name, Entry entry) throws IOException {
    try {
      disk.replace(folder.resolve(name), EntryFormat.encode(name, entry));
    } finally {
      unwritten.decrementAndGet();
    }
  }

  /** Removes an entry soon; does not wait. */
  public void remove(String name) {
    submit(0, () -> EntryFile.remove(folder.resolve(name)));
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Without room for it, the work is not done. */
  private void submit(int answerBytes, Work work) {
    try {
      boolean unused = writable.get() && background.offer(answerBytes, () -> attempt(work));
    } catch (RejectedExecutionException closed) {
      // The run is over.
    } catch (OutOfMemoryError noThread) {
      stop("no thread can be started");
    }
  }

  private void attempt(Work work) {
    try {
      if (writable.get()) {
        work.run();
      }
    } catch (DirectoryNotEmptyException foreign) {
      // It costs this entry alone.
    } catch (ClosedByInterruptException abandoned) {
      // The disk was too slow, which is a warning of its own.
    } catch (IOException failed) {
      stop(CacheFolder.reason(failed));
    }
  }

  /** The next write would fail, too. */
  private void stop(String why) {
    if (writable.getAndSet(false)) {
      warn.accept("answers cannot be kept in " + folder + ": " + why);
    }
  }

  /**
   * Waits until all is written, for two seconds at most; not at all if the thread is interrupted.
   */
  @Override
  public void close() {
    background.finish(MAX_CLOSE_MILLIS);
    int left = unwritten.get();
    background.abandon();
    if (left > 0 && writable.get() && !Thread.currentThread().isInterrupted()) {
      String answers = InWords.counted(left, "answer is", "answers are");
      warn.accept(answers + " not kept: the disk of " + folder + " is too slow");
    }
  }
}
