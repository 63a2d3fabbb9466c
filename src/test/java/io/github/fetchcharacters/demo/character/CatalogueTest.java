package io.github.fetchcharacters.demo.character;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue(826);

  @ParameterizedTest
  @CsvSource({
    "1, Rick Sanchez, Earth (C-137), 51",
    "2, Morty Smith, unknown, 51",
    "3, Summer Smith, Earth (Replacement Dimension), 42",
    "10, Alan Rails, unknown, 1",
    "20, Ants in my Eyes Johnson, unknown, 1",
    "100, Bubonic Plague, Anatomy Park, 1",
    "265, Pickle Rick, Earth (C-137), 1",
  })
  void knowsTheWellKnown(int id, String name, String origin, int episodes) {
    DemoCharacter character = catalogue.character(id);

    assertThat(character.name()).isEqualTo(name);
    assertThat(character.origin().name()).isEqualTo(origin);
    assertThat(character.episodes()).hasSize(episodes).isSorted();
  }

  @Test
  void makesTheSameCharacterOfTheSameIdOnEveryJdk() {
    assertThat(new Catalogue(1_000_000).character(826))
        .isEqualTo(
            new DemoCharacter(
                826,
                "Toxic Nebulon",
                "Alive",
                "Human",
                "Clone",
                "Genderless",
                Location.numbered(17),
                Location.numbered(3),
                List.of(49),
                "2020-02-19T08:00:47.905Z"));
  }

  @Test
  void makesUpCharactersThatAreHardToGetRight() {
    List<DemoCharacter> madeUp = new ArrayList<>();
    for (int id = 266; id <= 826; id++) {
      madeUp.add(catalogue.character(id));
    }

    assertThat(madeUp).anyMatch(it -> it.type().isEmpty()).anyMatch(it -> !it.type().isEmpty());
    assertThat(madeUp).anyMatch(it -> it.status().equals("unknown"));
    assertThat(madeUp).anyMatch(it -> it.origin().url().isEmpty());
    assertThat(madeUp).anyMatch(it -> it.name().chars().anyMatch(c -> c > 127));
    assertThat(madeUp).allMatch(it -> it.created().length() == 24);
  }

  @Test
  void containsTheIdsFromOneToItsSizeOnly() {
    assertThat(catalogue.contains(1)).isTrue();
    assertThat(catalogue.contains(826)).isTrue();
    assertThat(catalogue.contains(0)).isFalse();
    assertThat(catalogue.contains(827)).isFalse();
  }
}
