package io.github.fetchcharacters.compare.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WilliamsDesignTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 28})
  void eachHasEachPlaceAndFollowsEachOtherEquallyOften(int treatments) {
    List<List<Integer>> orders = WilliamsDesign.of(treatments);
    int times = orders.size() / treatments;
    Map<List<Integer>, Integer> places = new HashMap<>();
    Map<List<Integer>, Integer> neighbours = new HashMap<>();
    for (List<Integer> order : orders) {
      assertThat(new HashSet<>(order)).hasSize(treatments).hasSameSizeAs(order);
      for (int place = 0; place < treatments; place++) {
        places.merge(List.of(order.get(place), place), 1, Integer::sum);
        if (place > 0) {
          neighbours.merge(List.of(order.get(place - 1), order.get(place)), 1, Integer::sum);
        }
      }
    }

    assertThat(places).hasSize(treatments * treatments);
    assertThat(places.values()).containsOnly(times);
    assertThat(neighbours).hasSize(treatments * (treatments - 1));
    assertThat(neighbours.values()).allMatch(count -> count == times);
  }

  @Test
  void threeTakeSixOrders() {
    assertThat(WilliamsDesign.of(3))
        .containsExactly(
            List.of(0, 1, 2),
            List.of(1, 2, 0),
            List.of(2, 0, 1),
            List.of(2, 1, 0),
            List.of(0, 2, 1),
            List.of(1, 0, 2));
  }
}
