package io.github.fetchcharacters.cli.option;

/** What the exit status says. */
public final class ExitCodes {

  /** Every character asked for was printed, or nobody reads any more. */
  public static final int OK = 0;

  /** At least one character could not be fetched; all others were printed. */
  public static final int FAILED = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** A defect of this program; {@code EX_SOFTWARE} of BSD's sysexits.h. */
  public static final int INTERNAL = 70;

  private ExitCodes() {}
}
