package io.github.fetchcharacters.compare.measurement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Orders in which each treatment has each place equally often, and follows each other one equally
 * often: E. J. Williams, "Experimental Designs Balanced for the Estimation of Residual Effects of
 * Treatments", Australian Journal of Scientific Research A 2, 1949. An even number takes as many
 * orders as there are treatments, an odd one twice as many.
 */
final class WilliamsDesign {

  private WilliamsDesign() {}

  /**
   * The orders, of the numbers from 0.
   *
   * @param treatments at least 1
   */
  static List<List<Integer>> of(int treatments) {
    List<List<Integer>> orders = new ArrayList<>();
    List<Integer> zigzag = zigzag(treatments);
    for (int shift = 0; shift < treatments; shift++) {
      int by = shift;
      orders.add(zigzag.stream().map(number -> (number + by) % treatments).toList());
    }
    if (treatments > 1 && treatments % 2 == 1) {
      List.copyOf(orders).forEach(order -> orders.add(reversed(order)));
    }
    return orders;
  }

  /** 0, 1, n − 1, 2, n − 2 and so on: each difference of neighbours once. */
  private static List<Integer> zigzag(int treatments) {
    List<Integer> order = new ArrayList<>(List.of(0));
    for (int low = 1, high = treatments - 1; low <= high; low++, high--) {
      order.add(low);
      if (low < high) {
        order.add(high);
      }
    }
    return order;
  }

  private static List<Integer> reversed(List<Integer> order) {
    List<Integer> reversed = new ArrayList<>(order);
    Collections.reverse(reversed);
    return reversed;
  }
}
