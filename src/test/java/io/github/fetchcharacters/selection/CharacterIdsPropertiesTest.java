package io.github.fetchcharacters.selection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Ids that are written as text are the ids that are read, however they are written. */
class CharacterIdsPropertiesTest {

  private static final long LARGEST = 999_999_999_999_999_999L;

  @Provide
  Arbitrary<List<IdRange>> ranges() {
    Arbitrary<Long> firsts = Arbitraries.longs().between(1, LARGEST - 20);
    Arbitrary<Integer> steps = Arbitraries.integers().between(0, 20);
    return Combinators.combine(firsts, steps)
        .as((first, steps1) -> new IdRange(first, first + steps1))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Each a comma list of some of the ranges. */
  @Provide
  Arbitrary<List<List<IdRange>>> lists() {
    return ranges().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<IdRange>> wideRanges() {
    return Arbitraries.longs()
        .between(1, LARGEST)
        .map(last -> new IdRange(1, last))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  /** What ends a token, with a comment or without. */
  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(",", " ", "\n", "\r\n", "\t", ", ", "\f\u000b", " # 7, x\n", "#\r");
  }

  @Property
  void areTheIdsOfTheArguments(@ForAll("lists") List<List<IdRange>> lists) {
    CharacterIds ids = parsed(lists);

    assertThat(ids).containsExactlyElementsOf(listed(flat(lists)));
    assertThat(ids.total()).isEqualTo(listed(flat(lists)).size());
    assertThat(ids.isMoreThan((int) ids.total() - 1)).isTrue();
    assertThat(ids.isMoreThan((int) ids.total())).isFalse();
  }

  @Property
  void thoseMissingAreTheRestAndCanBeAskedForAgain(
      @ForAll("lists") List<List<IdRange>> lists,
      @ForAll @LongRange(min = 0, max = 400) long done) {
    List<Long> rest = listed(flat(lists)).stream().skip(done).toList();

    List<IdRange> missing = parsed(lists).end(done, 0).missing();

    assertThat(listed(missing)).isEqualTo(rest);
    assertThat(CharacterIds.parse(missing.stream().map(IdRange::toString).toList(), none()))
        .containsExactlyElementsOf(rest);
  }

  @Property
  void areTheSameOnStandardInput(
      @ForAll("ranges") List<IdRange> ranges, @ForAll("separators") String separator) {
    String text =
        ranges.stream().map(IdRange::toString).collect(Collectors.joining(separator, " ", ""));

    CharacterIds ids =
        CharacterIds.parse(List.of("-"), new ByteArrayInputStream(text.getBytes(UTF_8)));

    assertThat(ids.total()).isEqualTo(-1);
    assertThat(ids).containsExactlyElementsOf(listed(ranges));
  }

  @Property
  void haveATotalWhereItCanBeCounted(@ForAll("wideRanges") List<IdRange> ranges) {
    BigInteger sum =
        ranges.stream()
            .map(range -> BigInteger.valueOf(range.last()))
            .reduce(BigInteger.ZERO, BigInteger::add);

    assertThat(parsed(List.of(ranges)).total())
        .isEqualTo(sum.bitLength() < Long.SIZE ? sum.longValueExact() : -1);
  }

  @Property
  void aRangeIsReadAsItIsWritten(
      @ForAll @LongRange(min = 1, max = LARGEST) long one,
      @ForAll @LongRange(min = 1, max = LARGEST) long other) {
    IdRange range = new IdRange(Math.min(one, other), Math.max(one, other));

    assertThat(IdRange.parse(range.toString(), "")).isEqualTo(range);
    assertThat(IdRange.parse(IdRange.of(one).toString(), "")).isEqualTo(IdRange.of(one));
  }

  @Property
  void anythingElseIsRefusedByItsName(@ForAll("tokens") String token) {
    try {
      assertThat(IdRange.parse(token, "").size()).isPositive();
      assertThat(token).matches("[0-9]{1,18}(-[0-9]{1,18})?");
    } catch (InvalidIdException refused) {
      assertThat(refused.word()).isEqualTo(token);
    }
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.oneOf(
        Arbitraries.strings(), Arbitraries.strings().withChars("-0123456789").ofMaxLength(40));
  }

  private static CharacterIds parsed(List<List<IdRange>> lists) {
    return CharacterIds.parse(
        lists.stream()
            .map(list -> list.stream().map(IdRange::toString).collect(Collectors.joining(",")))
            .toList(),
        none());
  }

  private static UnreadableInput none() {
    return new UnreadableInput();
  }

  private static List<IdRange> flat(List<List<IdRange>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  private static List<Long> listed(List<IdRange> ranges) {
    return ranges.stream()
        .flatMapToLong(range -> LongStream.rangeClosed(range.first(), range.last()))
        .boxed()
        .toList();
  }
}
