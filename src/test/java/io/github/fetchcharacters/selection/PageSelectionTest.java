package io.github.fetchcharacters.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a list of pages says of itself before the first page has come. */
class PageSelectionTest {

  private final PageSelection all = new PageSelection(Map.of());

  @Test
  void knowsNoNumberOfPages() {
    assertThat(all.total()).isNegative();
    assertThat(all.left(0)).isEmpty();
    assertThat(all.isMoreThan(0)).isFalse();
  }

  @Test
  void countsPages() {
    assertThat(all.unit()).isEqualTo(" pages");
    assertThat(all.counted(1)).isEqualTo("1 page");
    assertThat(all.counted(2)).isEqualTo("2 pages");
  }

  @Test
  void namesPagesByThePlacesOnThem() {
    assertThat(all.name(new IdRange(1, 1))).isEqualTo("page 1 (characters 1-20)");
    assertThat(all.name(new IdRange(3, 5))).isEqualTo("pages 3-5 (characters 41-100)");
    assertThat(new PageSelection(Map.of("name", "rick")).name(new IdRange(2, 2)))
        .isEqualTo("page 2 (matches 21-40)");
  }

  @Test
  void missesTheFirstPageAlone() {
    assertThat(all.end(0, 0))
        .isEqualTo(
            new Selection.End(
                List.of(new IdRange(1, 1)),
                "",
                "",
                "no other page was asked for: the first one says how many there are"));
    assertThat(all.end(1, 0).missing()).isEmpty();
  }
}
