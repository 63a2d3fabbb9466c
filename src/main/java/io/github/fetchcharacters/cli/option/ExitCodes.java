package io.github.fetchcharacters.cli.option;

/** The values of the exit status. */
public final class ExitCodes {

  /** Every character asked for was printed, or the reader of the results has gone. */
  public static final int OK = 0;

  /** At least one character could not be fetched; all others were printed. */
  public static final int FAILED = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** A defect of this program; {@code EX_SOFTWARE} of BSD's sysexits.h. */
  public static final int INTERNAL = 70;

  private ExitCodes() {}
}
