package io.github.fetchcharacters.cli.option;

import picocli.CommandLine.IVersionProvider;

/** The version, which the build writes into the jar's manifest. */
public final class Version implements IVersionProvider {

  /** The version; {@code unpackaged} where the classes do not come from the jar. */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"fetch-characters " + number()};
  }
}
