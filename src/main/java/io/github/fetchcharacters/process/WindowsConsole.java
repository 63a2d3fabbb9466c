package io.github.fetchcharacters.process;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The console of Windows, which shows the characters of its code page and no others. */
public final class WindowsConsole {

  private WindowsConsole() {}

  /**
   * Returns a stream that takes UTF-8 and writes what the place behind {@code out} shows: on a
   * console its code page, in a file or a pipe, and on any other system, UTF-8 as it comes.
   *
   * @param stream {@code stdout} or {@code stderr}
   * @param out the process's own stream of this name
   * @param exists whether it is known to be a console; called only where it decides
   */
  public static OutputStream encoded(String stream, OutputStream out, BooleanSupplier exists) {
    Charset charset = charset(stream, System::getProperty, exists);
    return charset.equals(StandardCharsets.UTF_8) ? out : new EncodedStream(out, charset);
  }

  /**
   * Returns the encoding of a stream. Java names the code page in {@code sun.stdout.encoding} up to
   * 18, where the stream is a console, and from 19 on (JDK-8283620) in {@code stdout.encoding},
   * which elsewhere is {@code native.encoding}. Only where the two are the same the console itself
   * has to be asked for, as with a Japanese code page.
   *
   * @param properties of the JVM; null for none
   */
  static Charset charset(
      String stream, Function<String, @Nullable String> properties, BooleanSupplier exists) {
    if (!("" + properties.apply("os.name")).startsWith("Windows")) {
      return StandardCharsets.UTF_8;
    }
    String before19 = properties.apply("sun." + stream + ".encoding");
    String from19 = properties.apply(stream + ".encoding");
    if (before19 != null) {
      return named(before19);
    }
    boolean differs = from19 != null && !from19.equals(properties.apply("native.encoding"));
    return from19 != null && (differs || exists.getAsBoolean())
        ? named(from19)
        : StandardCharsets.UTF_8;
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
