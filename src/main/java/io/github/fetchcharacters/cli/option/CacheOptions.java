package io.github.fetchcharacters.cli.option;

import io.github.fetchcharacters.api.CacheSettings;
import io.github.fetchcharacters.cache.CacheFolder;
import io.github.fetchcharacters.cli.value.CacheAge;
import io.github.fetchcharacters.http.HttpSettings.Header;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** The option for answers of earlier runs. */
public final class CacheOptions {

  public final OptionGroup group;

  private final OptionValue<CacheAge> cache;

  private CacheOptions(OptionGroup group, boolean hidden) {
    this.group = group;
    cache =
        group.add(
            CacheAge.class,
            CacheAge.OFF,
            OptionSpec.builder("--cache")
                .paramLabel("D")
                .hidden(hidden)
                .converters(new CacheAge.Converter())
                .description(
                    "Take answers not older than D from disk, ask for older ones only if they have"
                        + " changed, and keep the new; 0s asks for all, off keeps none. Default:"
                        + " off."));
  }

  /** The option of a command that has a use for it. */
  public static CacheOptions used() {
    return new CacheOptions(new OptionGroup("What to keep"), false);
  }

  /** The option of a command that refuses it, and ignores it where a setting gives it. */
  public static CacheOptions refused() {
    return new CacheOptions(new OptionGroup(), true);
  }

  /** Throws the usage error of a command line that asks for a cache. */
  public void refuse(String why) {
    if (!cache.fits(() -> cache.value().max() == null)) {
      throw cache.wrong(why);
    }
  }

  /**
   * Returns the settings of the cache; null where there is none. A run with conditions of its own
   * asks the server, since no kept answer meets them.
   *
   * @param environment names the folder
   */
  public @Nullable CacheSettings settings(
      ConnectionOptions connection, List<Header> sent, Map<String, String> environment) {
    Duration max = cache.value().max();
    if (max == null || sent.stream().anyMatch(CacheOptions::isCondition)) {
      return null;
    }
    return new CacheSettings(
        CacheFolder.byDefault(environment),
        max,
        // The built-in API is another on each port, and has the same answers.
        connection.demo.value() ? "demo " + Version.number() : connection.base().toString(),
        sent.stream().filter(field -> !field.equals(ConnectionOptions.userAgent())).toList());
  }

  /** RFC 9110, sections 13.1 and 14.2. */
  private static boolean isCondition(Header field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    return name.startsWith("if-") || name.equals("range");
  }
}
