package io.github.fetchcharacters;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** The objects that are left in this process's memory. */
public final class LiveObjects {

  private LiveObjects() {}

  /**
   * Counts those of some classes after a collection of garbage.
   *
   * @param names a regular expression from the start of the full name on
   */
  public static int count(String names) throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return Pattern.compile("(\\d+) +\\d+ +" + names)
        .matcher(histogram.toString())
        .results()
        .mapToInt(row -> Integer.parseInt(row.group(1)))
        .sum();
  }
}
