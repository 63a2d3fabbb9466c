package io.github.fetchcharacters.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptRecorderTest {

  private static final URI URL = URI.create("http://127.0.0.1/api");
  private final RuntimeException failure = new IllegalStateException("no good");
  private long now = 1000;
  private final AttemptRecorder recorder = new AttemptRecorder(() -> now, 3, 2);
  private final Map<Long, CallListener> calls = new HashMap<>();

  private CallListener begin(long id) {
    return recorder.begin(new Resource(Resource.Type.CHARACTER, List.of(id)));
  }

  private CallListener call(long id) {
    return calls.computeIfAbsent(id, this::begin);
  }

  private void fetching(long id, int attempt, long time) {
    now = 1000 + time;
    call(id).fetching(URL, attempt);
  }

  private void fetched(long id, int attempt, int status, long time) {
    now = 1000 + time;
    call(id).fetched(URL, attempt, reply(status));
  }

  private static Reply reply(int status) {
    return new Reply(status, "HTTP/2", null, null, new byte[0]);
  }

  private void got(long id) {
    call(id).got("Rick Sanchez");
  }

  private void retrying(long id, int attempt, long time) {
    now = 1000 + time;
    call(id).retrying(attempt, failure, Duration.ofSeconds(1));
  }

  private void resending(long id, Kind kind, long time) {
    now = 1000 + time;
    call(id).resending(1, new TransportException(kind, "not processed", null));
  }

  private void failed(long id, int attempt, long time) {
    now = 1000 + time;
    call(id).failed(attempt, failure);
  }

  private List<Bar> recorded() {
    return recorder.timeline().first();
  }

  @Test
  void timeCountsFromTheFirstAttempt() {
    fetching(1, 1, 500);
    fetched(1, 1, 200, 700);
    got(1);
    assertThat(recorder.timeline())
        .isEqualTo(
            new Timeline(List.of(new Bar("1", 1, 0, 0, 200, "200", true)), 0, List.of(), 200));
  }

  @Test
  void aRepeatedAttemptKnowsSinceWhenItWaited() {
    fetching(1, 1, 0);
    fetched(1, 1, 503, 100);
    retrying(1, 1, 110);
    fetching(1, 2, 300);
    fetched(1, 2, 200, 400);
    got(1);
    assertThat(recorded())
        .containsExactly(
            new Bar("1", 1, 0, 0, 100, "503", false), new Bar("1", 2, 110, 300, 400, "200", true));
  }

  @Test
  void anAnswerThatIsNoRecordIsNotGood() {
    fetching(1, 1, 0);
    fetched(1, 1, 200, 100);
    failed(1, 1, 110);
    assertThat(recorded()).containsExactly(new Bar("1", 1, 0, 0, 100, "200", false));
  }

  @Test
  void anAttemptWithoutAnAnswerEndsWithItsFailure() {
    fetching(1, 1, 0);
    failed(1, 1, 50);
    assertThat(recorded()).containsExactly(new Bar("1", 1, 0, 0, 50, "failed", false));
  }

  @Test
  void anAttemptInFlightIsShownAsStopped() {
    fetching(1, 1, 0);
    now = 1090;
    assertThat(recorded()).containsExactly(new Bar("1", 1, 0, 0, 90, "stopped", false));
  }

  @Test
  void twoCallsForOneIdAreTwoBars() {
    fetching(1, 1, 0);
    CallListener second = begin(1);
    now = 1010;
    second.fetching(URL, 1);
    now = 1100;
    second.fetched(URL, 1, reply(200));
    second.got("Rick Sanchez");
    fetched(1, 1, 200, 120);
    got(1);
    assertThat(recorded())
        .containsExactly(
            new Bar("1", 1, 0, 0, 120, "200", true), new Bar("1", 1, 10, 10, 100, "200", true));
  }

  @Test
  void aRequestThatIsSentAgainHasABarForEachTime() {
    fetching(1, 1, 0);
    resending(1, Kind.UNPROCESSED, 15);
    fetching(1, 1, 20);
    fetched(1, 1, 200, 100);
    got(1);
    assertThat(recorded())
        .containsExactly(
            new Bar("1", 1, 0, 0, 15, "sent again", false),
            new Bar("1", 1, 20, 20, 100, "200", true));
  }

  @Test
  void aRequestThatIsSentAgainAfterARetryWaitsOnce() {
    fetching(1, 1, 0);
    retrying(1, 1, 10);
    fetching(1, 2, 20);
    resending(1, Kind.UNPROCESSED, 30);
    fetching(1, 2, 40);
    assertThat(recorded()).extracting(Bar::waitedFrom).containsExactly(0L, 10L, 40L);
  }

  @Test
  void aRequestThatTheClientHasNotSentLeavesNoGapAndNoBar() {
    for (int id = 1; id <= 10; id++) {
      fetching(id, 1, id);
    }
    resending(1, Kind.TOO_MANY_STREAMS, 10);
    resending(5, Kind.TOO_MANY_STREAMS, 10);
    resending(10, Kind.TOO_MANY_STREAMS, 10);
    fetching(1, 1, 11);

    Timeline timeline = recorder.timeline();
    assertThat(timeline.first()).extracting(Bar::label).containsExactly("2", "3");
    assertThat(timeline.omitted()).isEqualTo(4);
    assertThat(timeline.last()).extracting(Bar::label).containsExactly("9", "1");
  }

  @Test
  void ofManyOnlyTheFirstAndTheLastAreKept() {
    for (int id = 1; id <= 10; id++) {
      fetching(id, 1, id);
    }
    for (int id = 1; id <= 10; id++) {
      fetched(id, 1, 200, 20 - id);
      got(id);
    }
    Timeline timeline = recorder.timeline();
    assertThat(timeline.first()).extracting(Bar::label).containsExactly("1", "2", "3");
    assertThat(timeline.omitted()).isEqualTo(5);
    assertThat(timeline.last()).extracting(Bar::label).containsExactly("9", "10");
    assertThat(timeline.last()).allMatch(Bar::good);
  }
}
