package io.github.fetchcharacters;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileDescriptor;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The borders between the packages, and what only one place may do. */
class ArchitectureTest {

  private static final String BASE = "io.github.fetchcharacters";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  /** Each package, and the packages of the project that it may use. */
  private static final Map<String, Set<String>> BORDERS =
      Map.of(
          "model", Set.of(),
          "retry", Set.of(),
          "api", Set.of("retry", "model"),
          "fetch", Set.of("api", "model"),
          "compare", Set.of(),
          "output", Set.of("model", "fetch", "compare"),
          "demo", Set.of("model"),
          "cli", Set.of("model", "retry", "api", "fetch", "output", "demo", "compare"));

  static final Set<Map.Entry<String, Set<String>>> BORDER_LIST = BORDERS.entrySet();

  /** Classes whose objects change, by design and under their own guard. */
  private static final Set<String> STATEFUL =
      Set.of(
          "MessageQueue",
          "cli.PageSelection",
          "api.Admission",
          "api.Attempt$Sending",
          "api.Congestion",
          "api.Exchange",
          "api.LimitedBody",
          "api.Window$Entry",
          "api.Window$Turn",
          "api.ClientPool",
          "api.Deadlines",
          "api.PooledClient",
          "api.RequestBound",
          "api.Route",
          "cli.AttemptRecorder",
          "cli.AttemptRecorder$Row",
          "cli.CharacterIds$Ids",
          "cli.CompareProgress",
          "cli.ConnectionLog",
          "cli.Deadline",
          "cli.FetchSubject",
          "cli.InterruptibleInput",
          "cli.OptionValue",
          "cli.Preparation",
          "cli.ProgressDisplay",
          "cli.ResultPrinter",
          "cli.RunStatistics",
          "cli.StandardInputIds",
          "demo.Connection",
          "demo.EventLoop",
          "demo.JsonWriter",
          "demo.RateLimiter",
          "demo.RequestReader",
          "demo.SplitMix64",
          "fetch.Batches",
          "fetch.FanOut$Line",
          "fetch.ListCheck",
          "fetch.FanOut$Place$Begun",
          "fetch.Pages",
          "fetch.Pages$Numbers",
          "output.JsonArrayWriter",
          "output.SeparatedWriter",
          "output.TableWriter",
          "output.ProgressLine",
          "output.StatusLine",
          "retry.RetryPolicy$AsyncCall",
          "retry.StepwiseFuture");

  // Packages

  @Test
  void packagesDoNotGoInCircles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @FieldSource("BORDER_LIST")
  void aPackageUsesOnlyThoseItMay(Map.Entry<String, Set<String>> border) {
    String[] allowed =
        Stream.concat(Stream.of(border.getKey()), border.getValue().stream())
            .map(ArchitectureTest::inProject)
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(inProject(border.getKey()))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(BASE + "..").or(resideInAnyPackage(allowed)))
        .check(CLASSES);
  }

  @Test
  void everyPackageHasABorder() {
    List<String> known =
        Stream.concat(
                Stream.of(BASE, BASE + ".output.comparison"),
                BORDERS.keySet().stream().map(p -> BASE + "." + p))
            .toList();

    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void onlyMainUsesTheCommandLine() {
    noClasses()
        .that(not(are("Main")))
        .and()
        .resideOutsideOfPackage(inProject("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(inProject("cli"))
        .check(CLASSES);
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
        are("api.CharacterCodec", "api.ErrorText", "api.RecordReader", "demo.RequestedIds")
            .or(resideInAPackage(inProject("output"))),
        resideInAPackage("com.fasterxml.jackson.."));
  }

  @Test
  void whatOneFormatNeedsStaysWithIt() {
    onlyIn(are("output.CsvLine"), resideInAPackage("com.fasterxml.jackson.dataformat.."));
    onlyIn(are("output.TextColumns", "output.ProgressLine"), resideInAPackage("org.jline.."));
  }

  @Test
  void theProgressBarStaysInItsLine() {
    onlyIn(are("output.ProgressLine"), resideInAPackage("me.tongfei.progressbar.."));
  }

  @Test
  void theHttpClientStaysInTheTransportAndWhatReadsItsResults() {
    onlyIn(
        are(
            "api.HttpTransport",
            "api.ConnectionIdentity",
            "api.ClientShutdown",
            "api.Exchange",
            "api.PooledClient",
            "api.LimitedBody",
            "api.TransportFailures"),
        resideInAPackage("java.net.http.."));
  }

  /** It refuses, in words of its own, requests that the public API answers. */
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
        are("fetch.FanOut", "api.HttpTransport"),
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
        resideInAPackage(BASE), access(FileDescriptor.class, "in", "out", "err"), "open streams");
  }

  // State

  @Test
  void fieldsAreFinalUnlessTheirClassIsStateful() {
    fields()
        .that(not(describe("private state", ArchitectureTest::isPrivateState)))
        .should()
        .beFinal()
        .check(CLASSES);
  }

  private static boolean isPrivateState(JavaField field) {
    return field.getModifiers().contains(JavaModifier.PRIVATE)
        && !field.getModifiers().contains(JavaModifier.STATIC)
        && STATEFUL.contains(field.getOwner().getName().substring(BASE.length() + 1));
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
