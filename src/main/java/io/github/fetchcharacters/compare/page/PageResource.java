package io.github.fetchcharacters.compare.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The parts of the page that are the same in every report, from the class path. */
final class PageResource {

  private static final List<String> SCRIPTS =
      List.of(
          "canvas.js",
          "sweep.js",
          "times.js",
          "rounds.js",
          "answers.js",
          "waterfall.js",
          "report.js");

  private PageResource() {}

  /** A file that lies beside this class. */
  static String own(String name) {
    return read(name);
  }

  /** The page's script: what all pictures share, the pictures, and what draws them. */
  static String script() {
    return SCRIPTS.stream().map(PageResource::read).collect(Collectors.joining());
  }

  /** D3 (ISC license) as its WebJar has it, with the notice that its license asks to keep. */
  static String library() {
    String folder = "/META-INF/resources/webjars/d3/" + libraryVersion() + "/";
    return "\n/*\n" + read(folder + "LICENSE") + "*/\n" + read(folder + "dist/d3.min.js");
  }

  private static String libraryVersion() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/d3/pom.properties")) {
      properties.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties.getProperty("version", "");
  }

  /**
   * What allows just this text as an inline script or style: Content Security Policy Level 3,
   * section 8.3.
   */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String read(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = PageResource.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException("cannot write the report: the class path has no " + path);
    }
    return in;
  }
}
