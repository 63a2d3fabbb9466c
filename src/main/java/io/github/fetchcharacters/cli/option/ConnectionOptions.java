package io.github.fetchcharacters.cli.option;

import io.github.fetchcharacters.cli.value.ApiUrl;
import io.github.fetchcharacters.cli.value.DurationConverter;
import io.github.fetchcharacters.cli.value.HeaderSource;
import io.github.fetchcharacters.cli.value.HeaderSourceConverter;
import io.github.fetchcharacters.cli.value.ProxyChoice;
import io.github.fetchcharacters.cli.value.SizeConverter;
import io.github.fetchcharacters.demo.DemoSettings;
import io.github.fetchcharacters.demo.OutOfRangeException;
import io.github.fetchcharacters.file.InputFile;
import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.HttpSettings.Header;
import io.github.fetchcharacters.http.HttpSettings.Proxy;
import io.github.fetchcharacters.http.tls.TrustedAuthorities;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Options for the API's URL and the connections to it. */
public final class ConnectionOptions {

  private static final String PUBLIC_API = "https://rickandmortyapi.com/api";

  public final OptionGroup group = new OptionGroup("Where to fetch from");

  final OptionValue<String> baseUrl =
      group.add(
          String.class,
          OptionSpec.builder("--base-url")
              .paramLabel("URL")
              .description("Where the API is.", "Default: " + PUBLIC_API + "."));

  public final OptionValue<Boolean> demo =
      group.flag(
          OptionSpec.builder("--demo")
              .description("Start the built-in API in this process and use it; no network."));

  final OptionValue<Duration> demoLatency =
      group.add(
          Duration.class,
          Duration.ofMillis(200),
          OptionSpec.builder("--demo-latency")
              .paramLabel("D")
              .description("Its answer time per request. Default: 200ms."));

  final OptionValue<List<HeaderSource>> headers =
      group.list(
          HeaderSource.class,
          new ArrayList<>(),
          OptionSpec.builder("-H", "--header")
              .paramLabel("'N: V'")
              .converters(new HeaderSourceConverter())
              .description(
                  "An extra request header, or with @FILE one for each line of a file;"
                      + " repeatable."));

  final OptionValue<Duration> connectTimeout =
      group.add(
          Duration.class,
          Duration.ofSeconds(5),
          OptionSpec.builder("--connect-timeout")
              .paramLabel("D")
              .converters(DurationConverter::positive)
              .description("Most time for opening a connection. Default: 5s."));

  final OptionValue<Duration> timeout =
      group.add(
          Duration.class,
          Duration.ofSeconds(10),
          OptionSpec.builder("--timeout")
              .paramLabel("D")
              .converters(DurationConverter::positive)
              .description(
                  "Most time for one attempt, from connecting to the last byte of the body."
                      + " Default: 10s."));

  final OptionValue<Integer> maxBody =
      group.add(
          int.class,
          1 << 20,
          OptionSpec.builder("--max-body")
              .paramLabel("SIZE")
              .converters(new SizeConverter())
              .description(
                  "Largest answer, after decompression, in bytes or with k, M or G. Default: 1M."));

  final OptionValue<Path> cacert =
      group.add(
          Path.class,
          OptionSpec.builder("--cacert")
              .paramLabel("FILE")
              .description("PEM file of authorities to trust, beside the JDK's."));

  final OptionValue<String> proxy =
      group.add(
          String.class,
          OptionSpec.builder("--proxy")
              .paramLabel("URL")
              .description(
                  "An HTTP proxy, http://[user:password@]host:port; also HTTPS_PROXY,"
                      + " HTTP_PROXY and"
                      + " ALL_PROXY, except for the hosts of NO_PROXY."));

  /** Returns the API's URL: the option's value, else the public API's; a demo does not use it. */
  URI base() {
    String url = baseUrl.orNull();
    if (demo.value() && url != null) {
      throw demo.wrong(
          "--demo and --base-url exclude each other: both say where the API is", baseUrl);
    }
    return url == null ? URI.create(PUBLIC_API) : checkedUrl(url);
  }

  private URI checkedUrl(String text) {
    try {
      return ApiUrl.parse(text);
    } catch (IllegalArgumentException unusable) {
      throw baseUrl.invalid("" + unusable.getMessage());
    }
  }

  /** Returns the settings of the HTTP client; throws the usage error of a wrong value. */
  HttpSettings settings(Map<String, String> environment) {
    return new HttpSettings(
        connectTimeout.value(),
        timeout.value(),
        maxBody.value(),
        demo.value() ? null : chosenProxy(environment),
        trusted(),
        allHeaders());
  }

  private @Nullable Proxy chosenProxy(Map<String, String> environment) {
    try {
      return ProxyChoice.of(base(), proxy.orNull(), environment);
    } catch (ProxyChoice.UnusableException bad) {
      String why = "" + bad.getMessage();
      throw bad.variable().isEmpty()
          ? proxy.invalid(why)
          : proxy.invalidVariable(bad.variable(), why);
    }
  }

  private @Nullable SSLContext trusted() {
    Path file = cacert.orNull();
    try {
      return file == null ? null : TrustedAuthorities.with(content(file), file.toString());
    } catch (IOException unusable) {
      throw cacert.invalid("" + unusable.getMessage(), unusable);
    }
  }

  private static byte[] content(Path file) throws IOException {
    try {
      return InputFile.readBytes(file);
    } catch (IOException unreadable) {
      throw new IOException("cannot read '" + file + "': " + unreadable.getMessage(), unreadable);
    }
  }

  private List<Header> allHeaders() {
    List<Header> all = new ArrayList<>();
    try {
      headers.value().forEach(source -> all.addAll(source.headers()));
    } catch (TypeConversionException bad) {
      throw headers.wrong("" + bad.getMessage());
    }
    if (all.stream().noneMatch(header -> header.name().equalsIgnoreCase("User-Agent"))) {
      all.add(0, userAgent());
    }
    return all;
  }

  /** The field of a run without one of its own. */
  static Header userAgent() {
    return new Header("User-Agent", "fetch-characters/" + Version.number());
  }

  /**
   * Returns the built-in server's settings; null without {@code --demo}, or with {@code
   * --demo=false}, which overrules an alias. Throws the usage error of a wrong value.
   */
  public @Nullable DemoSettings demoSettings() {
    if (!demoLatency.fits(() -> demo.value() || demo.isGiven())) {
      throw demoLatency.wrong(
          "--demo-latency needs --demo: it is the answer time of the built-in API");
    }
    try {
      DemoSettings settings = DemoSettings.withLatency(demoLatency.value());
      return demo.value() ? settings : null;
    } catch (OutOfRangeException wrong) {
      throw demoLatency.invalid("" + wrong.getMessage(), wrong);
    }
  }
}
