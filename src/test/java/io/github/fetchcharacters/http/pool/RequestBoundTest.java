package io.github.fetchcharacters.http.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestBoundTest {

  private final RequestBound bound = new RequestBound();

  @Test
  void staysBelowWhatServersAllowByDefault() {
    bound.served(RequestBound.MAX);

    assertThat(bound.get()).isEqualTo(RequestBound.MAX).isLessThan(1000 - 99);
  }

  @Test
  void isWhatAConnectionThatWasCutShortHasAnswered() {
    bound.cutShort(3);
    assertThat(bound.get()).isEqualTo(3);

    bound.raise(10);
    bound.raise(9);
    assertThat(bound.get()).isEqualTo(10);
  }

  @Test
  void isNeverAboveWhatItBeganWith() {
    bound.cutShort(1000);
    bound.raise(1000);

    assertThat(bound.get()).isEqualTo(RequestBound.MAX);
  }

  @Test
  void growsAgainHoweverManyConnectionsWereCutShort() {
    for (int i = 0; i < 100; i++) {
      bound.cutShort(1);
    }
    for (int i = 0; i < 64; i++) {
      assertThat(bound.get()).isEqualTo(1);
      bound.served(1);
    }

    assertThat(bound.get()).isEqualTo(2);
  }

  @Test
  void isNeverBelowOne() {
    bound.cutShort(0);

    assertThat(bound.get()).isEqualTo(1);
  }

  @Test
  void growsAgainAfterAServerThatEndedOneConnection() {
    bound.cutShort(3);

    int connections = 0;
    for (; bound.get() < RequestBound.MAX; connections++) {
      bound.served(bound.get());
    }
    assertThat(connections).isLessThan(20);
  }

  @Test
  void seldomAsksTooMuchOfAServerWithALimit() {
    long tooMuch = IntStream.range(0, 1000).filter(connection -> !takenByServerOfTen()).count();

    assertThat(tooMuch).isLessThan(25);
    assertThat(bound.get()).isBetween(10, 20);
  }

  private boolean takenByServerOfTen() {
    boolean taken = bound.get() <= 10;
    if (taken) {
      bound.served(bound.get());
    } else {
      bound.cutShort(10);
    }
    return taken;
  }

  @Test
  void aConnectionThatEndedEarlyWithoutTheServerSaysNothing() {
    bound.cutShort(10);
    for (int i = 0; i < 100; i++) {
      bound.served(9);
    }

    assertThat(bound.get()).isEqualTo(10);
  }
}
