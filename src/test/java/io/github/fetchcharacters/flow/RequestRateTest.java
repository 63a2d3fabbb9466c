package io.github.fetchcharacters.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.model.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** At one start an hour, against which the test takes no time. */
class RequestRateTest {

  private final RequestRate rate = new RequestRate(new RateLimit(1, Duration.ofHours(1)));

  private List<Pace.Start> reserve(int count) {
    return Stream.generate(rate::reserve).limit(count).toList();
  }

  private long nextHour() {
    return hour(rate.reserve());
  }

  /** The hours from the reservation to the start. */
  private static long hour(Pace.Start start) {
    return Math.round(start.nanos() / (double) Duration.ofHours(1).toNanos());
  }

  @Test
  void theFirstStartIsAtOnceTheOthersFollowEvenly() {
    assertThat(reserve(4).stream().map(RequestRateTest::hour)).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void theLastStartIsFreeAgainWhenItIsGivenBack() {
    List<Pace.Start> starts = reserve(3);

    starts.get(2).giveBack().run();

    assertThat(nextHour()).isEqualTo(2);
  }

  /** Two requests at one time would be too many. */
  @Test
  void aStartBeforeOneThatIsReservedStaysAGap() {
    List<Pace.Start> starts = reserve(3);

    starts.get(1).giveBack().run();

    assertThat(nextHour()).isEqualTo(3);
  }

  @Test
  void allThatAreGivenBackAtTheEndAreFreeInWhateverOrder() {
    List<Pace.Start> starts = reserve(5);

    starts.get(2).giveBack().run();
    starts.get(4).giveBack().run();
    starts.get(3).giveBack().run();

    assertThat(nextHour()).isEqualTo(2);
    assertThat(nextHour()).isEqualTo(3);
  }

  @Test
  void aStartIsGivenBackOnceAtMost() {
    List<Pace.Start> starts = reserve(3);
    starts.get(2).giveBack().run();
    reserve(1);

    starts.get(2).giveBack().run();

    assertThat(nextHour()).isEqualTo(3);
  }

  /** Else a run of which every second request is cancelled would fill the memory. */
  @Test
  void remembersAThousandGaps() {
    List<Pace.Start> starts = reserve(3000);

    starts.forEach(start -> start.giveBack().run());

    assertThat(nextHour()).isEqualTo(1999);
  }
}
