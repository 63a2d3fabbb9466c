package io.github.fetchcharacters;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The borders between the packages, and the calls that only one place may make. */
class ArchitectureTest {

  private static final String BASE = "io.github.fetchcharacters";

  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?" + Pattern.quote(BASE) + "\\.(?:([a-z.]+)\\.)?[A-Z]",
          Pattern.MULTILINE);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  /** Each package, and the packages of the project that it uses: no other, and each of them. */
  private static final Map<String, Set<String>> BORDERS =
      Map.ofEntries(
          entry("", "cli process terminal"),
          entry("process", "model terminal"),
          entry(
              "cli",
              "cli.compare cli.fetch cli.option cli.setting cli.value"
                  + " api cache demo fetch file model output selection terminal"),
          entry(
              "cli.fetch",
              "cli.option api codec demo fetch http model output retry selection terminal timeline"),
          entry(
              "cli.compare",
              "cli.option cli.value compare compare.baseline compare.measurement compare.page compare.report"
                  + " compare.statistics compare.text api codec demo fetch file model retry selection terminal timeline"),
          entry("cli.setting", "cli.option file terminal"),
          entry(
              "cli.option",
              "cli.value api cache demo fetch file http http.tls model retry terminal"),
          entry("cli.value", "file http model terminal"),
          entry("selection", "api codec fetch model terminal"),
          entry("timeline", "api codec http"),
          entry("terminal", ""),
          entry("file", ""),
          entry("output", "model terminal"),
          entry("compare", "compare.statistics model"),
          entry("compare.statistics", ""),
          entry("compare.measurement", "compare compare.statistics model"),
          entry("compare.baseline", "compare compare.statistics"),
          entry("compare.report", "compare compare.baseline compare.statistics model timeline"),
          entry("compare.text", "compare compare.report compare.statistics"),
          entry("compare.page", "compare compare.report compare.statistics model timeline"),
          entry("fetch", "api codec http model retry"),
          entry("api", "cache codec flow http http.client model retry"),
          entry("cache", "file model"),
          entry("codec", "http model"),
          entry("flow", "model retry"),
          entry("http", "model retry"),
          entry("http.client", "http http.body http.message http.pool model retry"),
          entry("http.pool", "http http.tls retry"),
          entry("http.message", "http model retry"),
          entry("http.body", "http model"),
          entry("http.tls", "http"),
          entry("retry", ""),
          entry("model", ""),
          entry("demo", "demo.character model"),
          entry("demo.character", "model"));

  private static Map.Entry<String, Set<String>> entry(String name, String used) {
    return Map.entry(name, used.isEmpty() ? Set.of() : new TreeSet<>(Set.of(used.split(" "))));
  }

  // Packages

  /** So classes of different packages form no circles either. */
  @Test
  void packagesDoNotGoInCircles() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void eachPackageUsesThoseThatItsBorderNamesAndNoOther() throws IOException {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      Set<String> packages = used.computeIfAbsent(room(type), none -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(target -> target.getPackageName().startsWith(BASE))
          .map(ArchitectureTest::room)
          .filter(room -> !room.equals(room(type)))
          .forEach(packages::add);
      packages.addAll(importedRooms(type));
    }

    assertThat(used).containsExactlyInAnyOrderEntriesOf(BORDERS);
  }

  /** Of a constant of another package the compiled class has the value alone. */
  private static Set<String> importedRooms(JavaClass type) throws IOException {
    Path source =
        SOURCES.resolve(type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
    return IMPORT
        .matcher(Files.readString(source))
        .results()
        .map(found -> found.group(1) == null ? "" : found.group(1))
        .filter(room -> !room.equals(room(type)))
        .collect(Collectors.toSet());
  }

  /** The package below the base package. */
  private static String room(JavaClass type) {
    return type.getPackageName().substring(BASE.length()).replaceFirst("^\\.", "");
  }

  @Test
  void nothingUsesTheCompositionRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsFreeOfNullsUnlessAnnotated() {
    assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
        .allSatisfy(
            javaPackage ->
                assertThat(isNullMarked(javaPackage)).as(javaPackage.getName()).isTrue());
  }

  private static boolean isNullMarked(JavaPackage javaPackage) {
    return javaPackage.tryGetPackageInfo().isPresent()
        && javaPackage.isAnnotatedWith(NullMarked.class);
  }

  @Test
  void everyClassHasAnOwner() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..impl..")
        .orShould()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Impl|Constants)")
        .check(CLASSES);
  }

  // Libraries

  @Test
  void picocliStaysInTheCommandLine() {
    onlyIn(resideInAPackage(inProject("cli")).or(are("Main")), resideInAPackage("picocli.."));
  }

  @Test
  void jacksonStaysWhereJsonIsReadOrPutOut() {
    onlyIn(
        are(
                "codec.ErrorText",
                "codec.BodyReader",
                "codec.RecordReader",
                "compare.baseline.JsonImport",
                "compare.measurement.RecordContent")
            .or(
                resideInAnyPackage(
                    inProject("output"),
                    inProject("compare.report"),
                    inProject("compare.page"),
                    inProject("demo.character"))),
        resideInAPackage("com.fasterxml.jackson.."));
  }

  @Test
  void whatOneFormatNeedsStaysWithIt() {
    onlyIn(are("output.CsvLine"), resideInAPackage("com.fasterxml.jackson.dataformat.."));
    onlyIn(are("terminal.TextColumns", "terminal.ProgressLine"), resideInAPackage("org.jline.."));
  }

  @Test
  void theProgressBarStaysInItsLine() {
    onlyIn(are("terminal.ProgressLine"), resideInAPackage("me.tongfei.progressbar.."));
  }

  @Test
  void theHttpClientStaysBehindTheTransport() {
    onlyIn(
        resideInAnyPackage(inProject("http.client"), inProject("http.pool"), inProject("http.body"))
            .or(are("http.message.TransportFailures")),
        resideInAPackage("java.net.http.."));
  }

  /** The JDK's server refuses, with messages of its own, requests that the public API answers. */
  @Test
  void theHttpServerOfTheJdkStaysInTheTests() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.net.httpserver..")
        .check(CLASSES);
  }

  @Test
  void listeningStaysInTheDemo() {
    onlyIn(
        resideInAPackage(inProject("demo")),
        assignableTo(ServerSocketChannel.class).or(assignableTo(ServerSocket.class)));
  }

  // Time, blocking, the process

  @Test
  void onlyPauseSleeps() {
    onlyIn(
        are("retry.RealPause"),
        access(Thread.class, "sleep")
            .or(access(TimeUnit.class, "sleep"))
            .or(access(CompletableFuture.class, "delayedExecutor")),
        "sleep");
  }

  @Test
  void onlyTheTopAndTheTransportBlockOnAFuture() {
    onlyIn(
        are("fetch.Slot", "http.client.HttpTransport"),
        access(Future.class, "get").or(access(Future.class, "join")),
        "block on a future");
  }

  @Test
  void onlyMainTouchesTheProcess() {
    onlyIn(
        are("Main"),
        access(System.class, "in", "out", "err", "setIn", "setOut", "setErr", "console")
            .or(access(System.class, "exit", "getenv"))
            .or(access(Runtime.class, "exit", "halt", "addShutdownHook"))
            .or(printsToStandardError()),
        "touch the process");
  }

  @Test
  void onlyTheCompositionRootOpensTheProcessesStreams() {
    onlyIn(
        are("Main", "process.StandardOutput"),
        access(FileDescriptor.class, "in", "out", "err"),
        "open streams");
  }

  // State

  @Test
  void fieldsThatChangeArePrivate() {
    fields().that().areNotFinal().should().bePrivate().andShould().notBeStatic().check(CLASSES);
  }

  /** The Javadoc of a top-level class speaks for all nested classes. */
  @Test
  void aClassWhoseObjectsChangeSaysWhichThreadsMayUseThem() {
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(field -> field.getOwner().getName().replaceFirst("\\$.*", ""))
                .distinct())
        .allSatisfy(name -> assertThat(javadoc(name)).as(name).contains("thread"));
  }

  /** The part of the file before the class. */
  private static String javadoc(String name) {
    try {
      String source = Files.readString(SOURCES.resolve(name.replace('.', '/') + ".java"));
      return source.split("\n(public |final |abstract )*(class|record|enum) ", 2)[0];
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  // What the rules are made of

  private static String inProject(String name) {
    return BASE + "." + name + "..";
  }

  /** Top-level classes, named below the base package, with all that is nested in them. */
  private static DescribedPredicate<JavaClass> are(String... names) {
    List<String> all = Stream.of(names).map(name -> BASE + "." + name).toList();
    return describe(
        String.join(", ", names),
        type -> all.stream().anyMatch(n -> (type.getName() + "$").startsWith(n + "$")));
  }

  /** A member of a class or of what extends it, called, read or referred to. */
  private static DescribedPredicate<JavaAccess<?>> access(Class<?> owner, String... members) {
    Set<String> names = Set.of(members);
    return describe(
        owner.getSimpleName() + names,
        access ->
            access.getTargetOwner().isAssignableTo(owner)
                && names.contains(access.getTarget().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> printsToStandardError() {
    return describe(
        "printStackTrace()",
        access ->
            access.getTargetOwner().isAssignableTo(Throwable.class)
                && access.getTarget().getFullName().endsWith(".printStackTrace()"));
  }

  private static void onlyIn(
      DescribedPredicate<? super JavaClass> places, DescribedPredicate<? super JavaClass> used) {
    noClasses().that(not(places)).should().dependOnClassesThat(used).check(CLASSES);
  }

  private static void onlyIn(
      DescribedPredicate<? super JavaClass> places,
      DescribedPredicate<JavaAccess<?>> access,
      String verb) {
    noClasses()
        .that(not(places))
        .should()
        .accessTargetWhere(access.as(verb + ": " + access.getDescription()))
        .check(CLASSES);
  }
}
