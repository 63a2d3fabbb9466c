package io.github.fetchcharacters.cli;

import static io.github.fetchcharacters.cli.StubApi.record;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Characters of any id, named by it. */
final class NumberedRecords {

  private NumberedRecords() {}

  /** The body of the answer to {@code /character/IDS}: a record, or an array of several. */
  static String body(String ids) {
    List<String> records =
        Arrays.stream(ids.split(","))
            .map(id -> record(Long.parseLong(id), "Number " + id))
            .toList();
    return records.size() == 1
        ? records.get(0)
        : records.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** The names of the characters from 1 on. */
  static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(id -> "Number " + id).toList();
  }
}
