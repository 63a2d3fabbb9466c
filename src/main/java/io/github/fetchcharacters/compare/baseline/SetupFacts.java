package io.github.fetchcharacters.compare.baseline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks from the conditions of a comparison what its times depend on. */
public final class SetupFacts {

  /**
   * Options that say what is shown and how often, or where the server is, which is its own fact.
   */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "--baseline",
          "--base-url",
          "--color",
          "--config",
          "--demo",
          "--export-csv",
          "--export-json",
          "--export-markdown",
          "--modes",
          "--progress",
          "--quiet",
          "--reference",
          "--report",
          "--runs",
          "--verbose",
          "--warmup");

  /** With a list of values each has its own series. */
  private static final Set<String> SWEPT = Set.of("--concurrency", "--batch-size");

  /** Of the JVM's logging, its messages and its archive of classes, which serve the start alone. */
  private static final List<String> FLAGS_WITHOUT_EFFECT =
      List.of(
          "-Xlog:",
          "-Xshare:",
          "-XX:AOT",
          "-XX:SharedArchiveFile=",
          "-XX:ArchiveClassesAtExit=",
          "-XX:+AutoCreateSharedArchive",
          "-XX:+VerifySharedSpaces",
          "-XX:+DisplayVMOutputToStderr");

  private SetupFacts() {}

  public static Setup of(
      String server,
      String jvm,
      List<String> jvmFlags,
      String system,
      int cores,
      Map<String, String> options,
      List<Long> ids) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("server", server);
    facts.put("JVM", jvm);
    facts.put("JVM options", flags(jvmFlags));
    facts.put("system", system);
    facts.put("cores", "" + cores);
    options.forEach(
        (name, value) -> {
          boolean sweep = SWEPT.contains(name) && value.contains(",");
          if (!sweep && !WITHOUT_EFFECT.contains(name)) {
            facts.put(name, value);
          }
        });
    return new Setup(ids, facts);
  }

  private static String flags(List<String> flags) {
    List<String> effective =
        flags.stream()
            .filter(flag -> FLAGS_WITHOUT_EFFECT.stream().noneMatch(flag::startsWith))
            .toList();
    return effective.isEmpty() ? "none" : String.join(" ", effective);
  }
}
