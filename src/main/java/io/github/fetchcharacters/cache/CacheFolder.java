package io.github.fetchcharacters.cache;

import io.github.fetchcharacters.file.UserFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of the answers: where it is, and whether it is this user's alone. */
public final class CacheFolder {

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private static final String NO_FOLDER = "it is no folder";

  private CacheFolder() {}

  /** Returns the folder among the {@link UserFolders}; null where these have no place. */
  public static @Nullable Path byDefault(Map<String, String> environment) {
    File caches = UserFolders.of(environment).caches();
    return caches == null ? null : caches.toPath().resolve("answers");
  }

  /**
   * Creates the folder where it is missing, and keeps others from reading it.
   *
   * @return why it must not be used, to follow its path; null if it may
   */
  static @Nullable String objection(Path folder) {
    try {
      if (!isPosix()) {
        Files.createDirectories(folder);
        return null;
      }
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
      String objection = foreign(folder);
      if (objection == null) {
        close(folder.resolveSibling("."));
        close(folder);
      }
      return objection;
    } catch (IOException unable) {
      return reason(unable);
    }
  }

  /**
   * Checks a folder as {@link #objection} does, and changes nothing.
   *
   * @return why it is not used, to follow its path; null if it is used, or does not exist yet
   */
  public static @Nullable String objectionAsItIs(Path folder) {
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        return NO_FOLDER;
      }
      return isPosix() && Files.exists(folder) ? foreign(folder) : null;
    } catch (IOException unable) {
      return reason(unable);
    }
  }

  private static @Nullable String foreign(Path folder) throws IOException {
    UserPrincipal user = user(folder);
    String ofParent = foreign(folder.resolveSibling("."), user);
    return ofParent == null ? foreign(folder, user) : ofParent;
  }

  private static @Nullable String foreign(Path folder, UserPrincipal user) throws IOException {
    PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class);
    if (!found.owner().equals(user)) {
      return "it belongs to another user";
    }
    if (!Collections.disjoint(found.permissions(), WRITABLE_BY_OTHERS)) {
      return "others may write to it";
    }
    return null;
  }

  /** Keeps others from reading a folder. */
  private static void close(Path folder) throws IOException {
    if (!PRIVATE.containsAll(Files.getPosixFilePermissions(folder))) {
      Files.setPosixFilePermissions(folder, PRIVATE);
    }
  }

  /** The number of the user that owns a file, by a single system call; null if unknown. */
  static @Nullable Object owner(Path file) {
    try {
      return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException unknown) {
      return null;
    }
  }

  /** The user of this process; one without a name, as in a container, owns what it creates. */
  private static UserPrincipal user(Path folder) throws IOException {
    try {
      return FileSystems.getDefault()
          .getUserPrincipalLookupService()
          .lookupPrincipalByName(System.getProperty("user.name"));
    } catch (IOException nameless) {
      Path probe = Files.createTempFile(folder, EntryFile.TEMPORARY, "");
      try {
        return Files.getOwner(probe);
      } finally {
        Files.delete(probe);
      }
    }
  }

  static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /** Returns the reason of a failure, without the path that Java puts before it. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return NO_FOLDER;
    }
    if (failure instanceof DirectoryNotEmptyException foreign) {
      return foreign.getFile() + " is a folder with files in it";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such folder";
    }
    String reason = failure instanceof FileSystemException file ? file.getReason() : null;
    return reason == null ? "" + failure.getMessage() : reason;
  }
}
