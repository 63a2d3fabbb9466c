package io.github.fetchcharacters.file;

import java.io.File;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where this system keeps the tool's files of a user. On Windows these are the folders of {@code
 * APPDATA} and {@code LOCALAPPDATA}; on all others, macOS among them, those of the XDG Base
 * Directory Specification. None needs to exist. Immutable.
 */
public final class UserFolders {

  private static final String TOOL = "fetch-characters";

  /** With a drive, or of another machine: what is relative depends on where the tool starts. */
  private static final Pattern WINDOWS_ABSOLUTE = Pattern.compile("[A-Za-z]:[\\\\/].*|\\\\\\\\.*");

  private final Map<String, String> environment;
  private final boolean windows;

  /**
   * @param system the name of the system, as in the property {@code os.name}
   */
  UserFolders(Map<String, String> environment, String system) {
    this.environment = environment;
    this.windows = system.startsWith("Windows");
  }

  /** The folders on this system. */
  public static UserFolders of(Map<String, String> environment) {
    return new UserFolders(environment, System.getProperty("os.name"));
  }

  /** Returns the folder of the settings; null where the environment names no place for it. */
  public @Nullable File settings() {
    return windows ? windows("APPDATA") : xdg("XDG_CONFIG_HOME", ".config");
  }

  /** Returns the folder of the caches; null where the environment names no place for it. */
  public @Nullable File caches() {
    return windows ? windows("LOCALAPPDATA") : xdg("XDG_CACHE_HOME", ".cache");
  }

  private @Nullable File windows(String variable) {
    String folder = value(variable);
    return WINDOWS_ABSOLUTE.matcher(folder).matches() ? new File(folder, TOOL) : null;
  }

  private @Nullable File xdg(String variable, String belowHome) {
    String folder = value(variable);
    // The specification ignores relative paths.
    if (folder.startsWith("/")) {
      return new File(folder, TOOL);
    }
    String home = value("HOME");
    return home.startsWith("/") ? new File(new File(home, belowHome), TOOL) : null;
  }

  private String value(String variable) {
    return environment.getOrDefault(variable, "");
  }
}
