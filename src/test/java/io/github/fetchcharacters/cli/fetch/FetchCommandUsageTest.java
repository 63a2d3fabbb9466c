package io.github.fetchcharacters.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.cli.CommandRun;
import io.github.fetchcharacters.cli.StubApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong command line: a message names the error, and nothing is fetched. */
@Timeout(30)
class FetchCommandUsageTest {

  @RegisterExtension static final StubApi API = new StubApi();

  /** Arguments, separated by blanks, and the expected part of the message. */
  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            "",
            "no character asked for: give an id, a range, - for standard input, a filter, or --all"),
        Arguments.of("1 x", "'x' is not a character id"),
        Arguments.of("1 1abc", "'1abc' is not a character id"),
        Arguments.of("1 0", "'0' is not a character id"),
        Arguments.of("1 -1", "'-1' is not a character id"),
        Arguments.of(
            "1 20-10", "'20-10' is not a character id: the range runs backwards, write 10-20"),
        Arguments.of("20-10,1", "'20-10' in '20-10,1' is not a character id: the range runs"),
        Arguments.of(
            "1-1000000000000000000", "the number is too large: an id has at most 18 digits"),
        Arguments.of("1,,2", "'' in '1,,2' is not a character id"),
        Arguments.of(
            "1 1000000000000000000",
            "'1000000000000000000' is not a character id: the number is too large"),
        Arguments.of("1 -- --demo", "'--demo' is not a character id"),
        Arguments.of("1 @no-such-file", "cannot read the arguments file 'no-such-file'"),
        Arguments.of("--name Zo\uFFFD\uFFFD", "cannot read 'Zo\uFFFD\uFFFD': it is no text in"),
        Arguments.of("--demo --name=\uFFFD", "cannot read '--name=\uFFFD': it is no text in"),
        Arguments.of("compare --export-csv=\uFFFD 1", "cannot read '--export-csv=\uFFFD': it is"),
        Arguments.of("@\uFFFD", "cannot read '@\uFFFD': it is no text in"),
        Arguments.of("-H X-Token:\uFFFD 1", "cannot read 'X-Token: …': it is no text in"),
        Arguments.of("-tH X-Token:\uFFFD 1", "cannot read 'X-Token: …': it is no text in"),
        Arguments.of("-tHX-Token:\uFFFD 1", "cannot read '-tHX-Token: …': it is no text in"),
        Arguments.of("- 1 -", "'-', given twice,"),
        Arguments.of("1 --bogus", "Unknown option: '--bogus'"),
        Arguments.of("1 -x", "Unknown option: '-x'"),
        Arguments.of("1 --mode=fast", "'--mode': 'fast' is none of [sync, async, threads, batch]"),
        Arguments.of("1 --mode", "option '--mode' needs a value: --mode=MODE"),
        Arguments.of("1 -f --demo", "option '--format' needs a value: --format=FORMAT"),
        Arguments.of("1 -H", "option '--header' needs a value: --header='N: V'"),
        Arguments.of("compare 1 --modes", "option '--modes' needs a value: --modes=MODE"),
        Arguments.of("1 --mode=", "'--mode': '' is none of"),
        Arguments.of(
            "1 -f xml", "'--format': 'xml' is none of [name, json, ndjson, csv, tsv, table]"),
        Arguments.of("1 --fields=id", "'--fields': --format=name prints no fields"),
        Arguments.of("1 -f csv --fields=nmae", "no character has 'nmae'; did you mean 'name'?"),
        Arguments.of("1 -f csv --fields=id,,name", "'--fields': a name is missing in 'id,,name'"),
        Arguments.of("1 -f csv --fields=", "'--fields': a name is missing in ''"),
        Arguments.of("1 -f json --fields=id,id", "'--fields': 'id' is given twice"),
        Arguments.of("1 -c 0", "'--concurrency': 0 is not in the range 1 to 1000"),
        Arguments.of("1 -c 1001", "'--concurrency': 1001 is not in the range 1 to 1000"),
        Arguments.of("1 -c -5", "'--concurrency': -5 is not in the range 1 to 1000"),
        Arguments.of("1 -c many", "'--concurrency': 'many' is not a whole number"),
        Arguments.of("1 -c 99999999999", "'--concurrency': '99999999999' is too large"),
        Arguments.of("1 -c -99999999999", "'--concurrency': '-99999999999' is too small"),
        Arguments.of("1 --max-body=3G", "'--max-body': '3G' is too large: at most 2147483631"),
        Arguments.of("1 --max-body=99999999999", "'99999999999' is too large"),
        Arguments.of("1 --rate=9999999999/s", "'9999999999/s' is too large"),
        Arguments.of("1 --timeout=99999999h", "'99999999h' is too long: at most 36500d"),
        Arguments.of("1 --timeout=9999999999999999999s", "is too long: at most 36500d"),
        Arguments.of("1 --timeout=PT9999999999999999999S", "is too long: at most 36500d"),
        Arguments.of("1 --timeout=P9999999999999999999D", "is too long: at most 36500d"),
        Arguments.of("1 --timeout=P1", "'P1' is not a duration"),
        Arguments.of("1 --cache=99999999d", "'--cache': '99999999d' is too long: at most 36500d"),
        Arguments.of("compare --runs=99999999999 1", "'99999999999' is too large"),
        Arguments.of("1 --timing=maybe", "'maybe' is neither 'true' nor 'false'"),
        Arguments.of("1 --demo=", "Invalid value for option '--demo': '' is neither 'true' nor"),
        Arguments.of("1 -t=", "Invalid value for option '--timing': '' is neither 'true' nor"),
        Arguments.of("1 -tv=", "Invalid value for option '--verbose': '' is neither 'true' nor"),
        Arguments.of("--help=", "Invalid value for option '--help': '' is neither 'true' nor"),
        Arguments.of("1 --retries=-1", "'--retries': -1 is negative"),
        Arguments.of("1 --retries=2.5", "'--retries': '2.5' is not a whole number"),
        Arguments.of("1 --retry-delay=5", "'--retry-delay': '5' is not a duration"),
        Arguments.of("1 --retry-max-delay=-5s", "'--retry-max-delay': '-5s' is not a duration"),
        Arguments.of("1 --rate=fast", "'--rate': 'fast' is not a rate"),
        Arguments.of("1 --rate=0/s", "'--rate': '0/s' is not a rate"),
        Arguments.of("1 --proxy=socks5://x:1", "'--proxy': only http:// proxies are supported"),
        Arguments.of("1 --proxy=http://:1", "'--proxy': it is not of the form http://"),
        Arguments.of("1 --proxy=x:99999", "'--proxy': its port is too large: at most 65535"),
        Arguments.of("1 --proxy=http://me:99999@x:99999999999", "its port is too large: at most"),
        Arguments.of("1 --proxy=http://me:99999@:1", "'--proxy': it is not of the form http://"),
        Arguments.of("1 --proxy=foo", "'--proxy': 'foo' has no port: a proxy is written http://["),
        Arguments.of("1 --proxy=me@foo", "'--proxy': '…@foo' has no port"),
        Arguments.of("1 --proxy=http://x:", "'--proxy': it has no port behind the colon"),
        Arguments.of("1 --base-url=http://x:/api", "'http://x:/api' has no port behind the colon"),
        Arguments.of("1 --base-url=http://x:65536/api", "'http://x:65536/api' is too large: at"),
        Arguments.of("1 --base-url=https://[::1]:99999999999", "the port in 'https://[::1]:9999"),
        Arguments.of("1 --base-url=http://x:1:99", "'http://x:1:99' is not of the form http"),
        Arguments.of("1 --base-url=http://[::1]:", "'http://[::1]:' has no port behind the colon"),
        Arguments.of("1 --deadline=0s", "'--deadline': it must not be zero"),
        Arguments.of("1 --timeout=0s", "'--timeout': it must not be zero"),
        Arguments.of("1 --timeout=soon", "'--timeout': 'soon' is not a duration"),
        Arguments.of("1 --connect-timeout=0ms", "'--connect-timeout': it must not be zero"),
        Arguments.of("1 --deadline=tomorrow", "'--deadline': 'tomorrow' is not a duration"),
        Arguments.of("1 --max-body=0", "'--max-body': '0' is not a size"),
        Arguments.of("1 --demo-latency=fast", "'--demo-latency': 'fast' is not a duration"),
        Arguments.of("1 --demo-latency=1ms", "--demo-latency needs --demo: it is the answer time"),
        Arguments.of(
            "1 -H nonsense",
            "Invalid value for option '--header': it has no colon: a header is written 'Name: value'"),
        Arguments.of("1 -H :x", "it has no name before the colon: a header is written"),
        Arguments.of("1 -H @", "cannot read the headers in '': its name is empty"),
        Arguments.of("1 --cacert=", "'--cacert': cannot read '': its name is empty"),
        Arguments.of("1 -H a@b:x", "its name has '@' in it: a header is written"),
        Arguments.of("1 -H Host:x", "header 'Host' is set by the HTTP client itself"),
        Arguments.of("1 -v -q", "--verbose and --quiet exclude each other"),
        Arguments.of("1 -tq", "--timing and --quiet exclude each other"),
        Arguments.of("1 -q --waterfall", "--waterfall and --quiet exclude each other"),
        Arguments.of("1 --demo", "--demo and --base-url exclude each other"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isReportedAndNothingIsFetched(String arguments, String message) {
    CommandRun run = CommandRun.of((API.option() + " " + arguments).strip().split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines().get(0)).startsWith("fetch-characters: ").contains(message);
    assertThat(run.errLines()).hasSizeLessThanOrEqualTo(2);
    assertThat(API.requests()).isEmpty();
  }

  /** As in curl and ripgrep, so that an alias can be overruled. */
  @Test
  void ofARepeatedOptionTheLastCounts() {
    CommandRun run =
        CommandRun.of("--demo", "--demo-latency=0ms", "-f", "json", "--demo", "-f", "name", "1");

    assertThat(run).isEqualTo(new CommandRun(0, "Rick Sanchez\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 --demo-latency=1ms", "compare --demo-latency=1ms 1"})
  void aDemoLatencyWithoutADemoIsAnError(String arguments) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines().get(0))
        .isEqualTo(
            "fetch-characters: --demo-latency needs --demo: it is the answer time of the built-in API");
  }

  /** The demo or its latency may be a setting, and an alias may have the demo turned off. */
  @Test
  void aDemoLatencyNeedsNoDemoOnTheCommandLine() {
    Map<String, String> demo = Map.of("FETCH_CHARACTERS_DEMO", "true");
    Map<String, String> latency = Map.of("FETCH_CHARACTERS_DEMO_LATENCY", "1ms");

    CommandRun rick = new CommandRun(0, "Rick Sanchez\n", "");
    assertThat(CommandRun.withEnvironment(demo, "--demo-latency=0ms", "1")).isEqualTo(rick);
    assertThat(CommandRun.withEnvironment(latency, API.option(), "1")).isEqualTo(rick);
    assertThat(CommandRun.of("--demo", "--demo-latency=0ms", "--demo=false", API.option(), "1"))
        .isEqualTo(rick);
  }

  @Test
  void aDemoLatencyOutOfRangeIsNoInternalError() {
    assertThat(CommandRun.of("--demo", "--demo-latency=25h", "1"))
        .isEqualTo(
            usageError("Invalid value for option '--demo-latency': latency must be 0 to 24 h"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rickandmortyapi.com/api",
        "//127.0.0.1/api",
        "ftp://127.0.0.1/api",
        "file:///etc/passwd",
        "http:/api",
        "http:///api",
        "http://",
        "http://127.0.0.1/api?key=1",
        "http://127.0.0.1/api#part",
        "http://127.0.0.1:x/api",
        "http://127.0.0.1/a b",
      })
  void aBaseUrlHasASchemeAHostAndAPathAlone(String url) {
    String why = "'" + url + "' is not of the form http[s]://host[:port][/path]";

    assertThat(CommandRun.of("--base-url=" + url, "1"))
        .isEqualTo(usageError("Invalid value for option '--base-url': " + why));
    if (!url.isEmpty()) {
      assertThat(CommandRun.withEnvironment(Map.of("FETCH_CHARACTERS_BASE_URL", url), "1"))
          .isEqualTo(
              usageError(
                  "Invalid value for option '--base-url' (from FETCH_CHARACTERS_BASE_URL): "
                      + why));
    }
  }

  /** Also if it cannot be parsed, or is no base URL at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--base-url=http://user:s3cret@127.0.0.1/api",
        "--base-url=http://user:s3cret@127.0.0.1/a b",
        "--base-url=http://user:s3 cret@127.0.0.1/api",
        "--base-url=http://user:s3'cr@127.0.0.1/api",
        "--base-url=http://user:s3/cret@127.0.0.1/api",
        "--base-url=http://user:s3?cret#@127.0.0.1/api",
        "--base-url=http://user:s3%zzcret@127.0.0.1/api",
        "--base-url=http://s3cr_et:s3é@my_host/api",
        "--base-url=user:s3cret@127.0.0.1",
        "--base-url=s3cret@http://127.0.0.1",
        "--base-url=ftp://user:s3cret@127.0.0.1",
        "--mode=http://user:s3cret@127.0.0.1/",
        "http://user:s3cret@127.0.0.1/api",
        "1,http://user:s3cret@127.0.0.1/api,2",
      })
  void noMessageHoldsThePasswordOfAUrl(String argument) {
    for (CommandRun run :
        List.of(
            CommandRun.of(argument, "-v", "1"),
            CommandRun.of("--proxy=http://127.0.0.1:1", argument, "1"),
            CommandRun.of("compare", argument, "1"),
            CommandRun.of("serve", argument))) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out() + run.err()).doesNotContain("s3");
    }
  }

  @Test
  void aBaseUrlWithAPasswordSaysHowToSendOne() {
    String message =
        "'http://…@127.0.0.1/api' is not of the form http[s]://host[:port][/path];"
            + " a user and password go with -H 'Authorization: Basic …'";

    assertThat(CommandRun.of("--base-url=http://user:secret@127.0.0.1/api", "1"))
        .isEqualTo(usageError("Invalid value for option '--base-url': " + message));
    assertThat(
            CommandRun.withEnvironment(
                Map.of("FETCH_CHARACTERS_BASE_URL", "http://user:secret@127.0.0.1/api"), "1"))
        .isEqualTo(
            usageError(
                "Invalid value for option '--base-url' (from FETCH_CHARACTERS_BASE_URL): "
                    + message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://my_host/api | my_host | has an underscore, which a host name must not have"
            + " (RFC 1123, section 2.1)",
        "http://a.my_host.test:8080 | a.my_host.test | has an underscore, which a host name must"
            + " not have (RFC 1123, section 2.1)",
        "http://bücher.test/api | bücher.test | is not ASCII; write 'xn--bcher-kva.test'",
        "http://ПРИМЕР.test:80 | ПРИМЕР.test | is not ASCII; write 'xn--e1afmkfd.test'",
        "http://🥒 x/ | 🥒 x | is not ASCII",
      })
  void aHostThatIsNoneIsTheReason(String url, String host, String why) {
    String message = "the host '" + host + "' " + why;

    assertThat(CommandRun.of("--base-url=" + url, "1"))
        .isEqualTo(usageError("Invalid value for option '--base-url': " + message));
    assertThat(
            CommandRun.of("--base-url=http://127.0.0.1", "--proxy=" + url, "1").errLines().get(0))
        .isEqualTo("fetch-characters: Invalid value for option '--proxy': " + message);
    assertThat(
            CommandRun.withEnvironment(
                    Map.of("http_proxy", url.replace("//", "//me:s3cret@")),
                    "--base-url=http://127.0.0.1",
                    "1")
                .errLines()
                .get(0))
        .isEqualTo("fetch-characters: Invalid value for variable HTTP_PROXY: " + message);
  }

  private static CommandRun usageError(String message) {
    return new CommandRun(
        2,
        "",
        "fetch-characters: " + message + "\nTry 'fetch-characters --help' for more information.\n");
  }

  @Test
  void aWrongArgumentDoesNotDriveTheTerminal() {
    assertThat(CommandRun.of("--\u001b[2Jbogus").err())
        .contains("\\u001b[2J")
        .doesNotContain("\u001b");
    assertThat(CommandRun.of("1\u001b[2J").err())
        .contains("'1\\u001b[2J'")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Token: sec\nret", "X-Tok en: secret", "Host: secret"})
  void theValueOfAHeaderIsNeverRepeated(String header) {
    CommandRun run = CommandRun.of(API.option(), "-H", header, "1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("sec");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://me:secret@127.0.0.1", "http://me:secret@", "me:sec ret@x:1"})
  void thePasswordOfAProxyIsNeverRepeated(String proxy) {
    CommandRun option = CommandRun.of(API.option(), "--proxy=" + proxy, "1");
    CommandRun variable =
        CommandRun.withEnvironment(Map.of("HTTP_PROXY", proxy), API.option(), "1");

    assertThat(option.exitCode()).isEqualTo(2);
    assertThat(option.err()).contains("option '--proxy'").doesNotContain("sec");
    assertThat(variable.exitCode()).isEqualTo(2);
    assertThat(variable.err()).contains("variable HTTP_PROXY").doesNotContain("sec");
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void standardInputIsNotReadWhenAnArgumentIsWrong() {
    assertThat(CommandRun.withInput("1\n", API.option(), "-", "x").exitCode()).isEqualTo(2);
    assertThat(API.requests()).isEmpty();
  }

  @Test
  void optionsAreCheckedBeforeIds() {
    assertThat(CommandRun.of("--timeout=0s", "x").errLines().get(0))
        .isEqualTo("fetch-characters: Invalid value for option '--timeout': it must not be zero");
  }
}
