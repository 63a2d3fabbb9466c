package io.github.fetchcharacters.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ParametersTest {

  private static final OptionalInt NONE = OptionalInt.empty();

  private static Parameters parameters(String mode, int concurrency) {
    return new Parameters(mode, OptionalInt.of(concurrency), NONE);
  }

  private static Parameters batch(int concurrency, int ids) {
    return new Parameters("batch", OptionalInt.of(concurrency), OptionalInt.of(ids));
  }

  @Test
  void theLabelNamesTheModeAndWhatIsSwept() {
    assertThat(Parameters.of("sync").label()).isEqualTo("sync");
    assertThat(parameters("async", 50).label()).isEqualTo("async, 50 at once");
    assertThat(batch(50, 20).label()).isEqualTo("batch, 50 at once, 20 ids a request");
    assertThat(new Parameters("batch", NONE, OptionalInt.of(1)).label())
        .isEqualTo("batch, 1 id a request");
  }

  @Test
  void aModeIsComparedWithTheReferenceAtTheSameValue() {
    List<Parameters> all =
        List.of(
            parameters("threads", 1),
            parameters("threads", 50),
            parameters("async", 1),
            parameters("async", 50));

    assertThat(new Reference("threads").places(all)).containsExactly(0, 1, 0, 1);
    assertThat(new Reference("async").places(all)).containsExactly(2, 3, 2, 3);
  }

  @Test
  void aReferenceWithoutTheValueIsItsOnlyOne() {
    List<Parameters> all =
        List.of(Parameters.of("sync"), parameters("async", 1), parameters("async", 50));

    assertThat(new Reference("sync").places(all)).containsExactly(0, 0, 0);
    assertThat(new Reference("async").places(all)).as("the first").containsExactly(1, 1, 2);
  }

  @Test
  void ofSeveralBatchSizesTheReferenceIsTheFirstAtTheSameConcurrency() {
    List<Parameters> all =
        List.of(
            batch(1, 10),
            batch(1, 20),
            batch(50, 10),
            batch(50, 20),
            parameters("async", 1),
            parameters("async", 50));

    assertThat(new Reference("batch").places(all)).containsExactly(0, 1, 2, 3, 0, 2);
    assertThat(new Reference("async").places(all)).containsExactly(4, 4, 5, 5, 4, 5);
  }

  @Test
  void aReferenceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new Reference("sync").places(List.of(parameters("async", 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
