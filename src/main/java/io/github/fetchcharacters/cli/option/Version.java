package io.github.fetchcharacters.cli.option;

import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/** The version, which the build writes into the jar's manifest. */
public final class Version implements IVersionProvider {

  /** Set by the launcher. */
  private static final String ARCHIVE = "fetch-characters.archive";

  private final CommandSpec command;

  /**
   * @param command whose {@code --verbose} adds the details
   */
  Version(CommandSpec command) {
    this.command = command;
  }

  /** The version; {@code unpackaged} where the classes do not come from the jar. */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  @Override
  public String[] getVersion() {
    String version = "fetch-characters " + number();
    return command.commandLine().getParseResult().hasMatchedOption("--verbose")
        ? new String[] {version, java(), archive()}
        : new String[] {version};
  }

  private static String java() {
    return "Java: %s (%s), %s"
        .formatted(
            System.getProperty("java.runtime.version"),
            System.getProperty("java.vendor"),
            System.getProperty("java.home"));
  }

  private static String archive() {
    return "archive of classes: "
        + System.getProperty(ARCHIVE, "unknown, since bin/fetch-characters did not start it");
  }
}
