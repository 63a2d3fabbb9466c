package io.github.fetchcharacters.compare.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Compares records by what they say. */
public final class RecordContent {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordContent() {}

  /**
   * Whether two JSON texts have the same value: white space, escapes and the order of members do
   * not count.
   */
  public static boolean same(String a, String b) {
    try {
      return JSON.readTree(a).equals(JSON.readTree(b));
    } catch (IOException notJson) {
      return false;
    }
  }
}
