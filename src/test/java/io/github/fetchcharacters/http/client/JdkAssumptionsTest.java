package io.github.fetchcharacters.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The assumptions about the JDK in the package's documentation. */
class JdkAssumptionsTest {

  private static final Path TESTS = Path.of("src", "test", "java", "io", "github");

  private static final Path LIST =
      Path.of(
          "src",
          "main",
          "java",
          "io",
          "github",
          "fetchcharacters",
          "http",
          "client",
          "package-info.java");

  private static final Pattern TEST = Pattern.compile("\\{@code (\\w+Test)\\.(\\w+)}");

  @Test
  void eachHasATest() throws IOException {
    String list = Files.readString(LIST);
    List<MatchResult> tests = TEST.matcher(list).results().toList();

    assertThat(tests).hasSize(list.split("<tr><td>", -1).length - 1);
    assertThat(tests)
        .allSatisfy(test -> assertThat(source(test.group(1))).contains("void " + test.group(2)));
  }

  /** In a process of its own, which has not used an address. */
  @ParameterizedTest
  @CsvSource({"true, Inet6Address", "false, Inet4Address"})
  void thePreferredAddressesAreReadWithTheFirst(String value, String type) throws Exception {
    assumeThat(hasIpv6()).as("loopback has both").isTrue();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PreferredAddress.class.getName(),
                value)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo(type);
  }

  private static boolean hasIpv6() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
  }

  /** A program that prints the type of the loopback address. */
  static final class PreferredAddress {

    private PreferredAddress() {}

    public static void main(String[] arguments) {
      System.setProperty("java.net.preferIPv6Addresses", arguments[0]);
      System.out.print(InetAddress.getLoopbackAddress().getClass().getSimpleName());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void closingAChannelTakesNoDescriptor() throws IOException {
    ServerSocketChannel.open().close();
    ServerSocketChannel channel = ServerSocketChannel.open();
    int before = descriptors();

    channel.close();

    assertThat(descriptors()).isLessThan(before);
  }

  private static int descriptors() {
    return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
  }

  private static String source(String test) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      Path file = files.filter(f -> f.endsWith(test + ".java")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
