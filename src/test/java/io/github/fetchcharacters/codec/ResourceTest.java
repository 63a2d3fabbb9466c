package io.github.fetchcharacters.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7            | 7       | character with id 7",
        "1 2 3 42     | 1-3,42  | characters with ids 1-3,42",
        "3 2 1        | 3,2,1   | characters with ids 3,2,1",
        "9 1 2 7      | 9,1-2,7 | characters with ids 9,1-2,7",
      })
  void joinsNeighboursAndKeepsTheOrder(String ids, String label, String words) {
    Resource resource =
        Resource.characters(Arrays.stream(ids.split(" ")).map(Long::valueOf).toList());

    assertThat(resource.label()).isEqualTo(label);
    assertThat(resource.inWords()).isEqualTo(words);
  }

  @Test
  void aPageIsNamedAsOneByItsNumber() {
    assertThat(Resource.page(3).label()).isEqualTo("page 3");
    assertThat(Resource.page(3).inWords()).isEqualTo("page 3");
  }
}
