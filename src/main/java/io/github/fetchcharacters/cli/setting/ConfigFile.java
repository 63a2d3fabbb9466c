package io.github.fetchcharacters.cli.setting;

import io.github.fetchcharacters.file.InputFile;
import io.github.fetchcharacters.file.UserFolders;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of settings, in the form of {@link Properties} and UTF-8.
 *
 * @param path its path, for messages
 * @param entries its keys and values, the values without white space around them
 */
record ConfigFile(String path, SortedMap<String, String> entries) {

  /** No file. */
  static final ConfigFile NONE = new ConfigFile("", new TreeMap<>());

  /**
   * Reads the file.
   *
   * @throws IOException if it cannot be read, or is a pipe or a device; the message names it
   */
  static ConfigFile read(Path path) throws IOException {
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(InputFile.readOrdinary(path)));
      SortedMap<String, String> entries = new TreeMap<>();
      for (String key : properties.stringPropertyNames()) {
        entries.put(key, properties.getProperty(key).strip());
      }
      return new ConfigFile(path.toString(), entries);
    } catch (IOException | IllegalArgumentException failure) {
      throw new IOException(
          "cannot read the settings in '" + path + "': " + failure.getMessage(), failure);
    }
  }

  /** Returns the file in the user's folder of settings; null where there is none. */
  static @Nullable Path byDefault(Map<String, String> environment) {
    File folder = UserFolders.of(environment).settings();
    File file = new File(folder, "config.properties");
    return folder != null && file.exists() ? file.toPath() : null;
  }
}
