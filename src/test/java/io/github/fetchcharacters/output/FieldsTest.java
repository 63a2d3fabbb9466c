package io.github.fetchcharacters.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.fetchcharacters.model.CharacterMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name; name",
        "url,id; url,id",
        "' id , origin.name,origin '; id,origin.name,origin"
      })
  void keepTheOrderAsked(String list, String paths) {
    assertThat(String.join(",", Fields.parse(list).paths())).isEqualTo(paths);
  }

  @Test
  void everyMemberCanBeAskedFor() {
    assertThat(Fields.parse(String.join(",", CharacterMembers.paths())).paths())
        .isEqualTo(CharacterMembers.paths());
  }

  @Test
  void theUsualOnesAreAmongThem() {
    assertThat(CharacterMembers.paths()).containsAll(Fields.byDefault().paths());
  }

  @ParameterizedTest
  @CsvSource({
    "orign.name, origin.name",
    "originname, origin.name",
    "origin_name, origin.name",
    "origin., origin",
    "ID, id",
    "nmae, name",
    "episodes, episode",
    "episode.0, episode",
    "gander, gender",
    "location.uri, location.url",
    "Created, created",
  })
  void aWrongNameBringsTheNearest(String wrong, String nearest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fields.parse("id," + wrong))
        .withMessage("no character has '" + wrong + "'; did you mean '" + nearest + "'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"planet", "x", ".", "=cmd|' /C calc'!A0", "name.first.of.all"})
  void aNameThatIsLikeNoneBringsAll(String wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fields.parse(wrong))
        .withMessage(
            "no character has '"
                + wrong
                + "'; there are id, name, status, species, type, gender, origin, origin.name,"
                + " origin.url, location, location.name, location.url, image, episode, url,"
                + " created");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "id,,name", ",id", "id,", "id, ,name"})
  void aMissingNameIsReported(String list) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fields.parse(list))
        .withMessage(
            "a name is missing in '" + list + "': write them with commas between, as in id,name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,id", "id,name, id"})
  void aRepeatedNameIsReported(String list) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fields.parse(list))
        .withMessage("'id' is given twice");
  }

  @Test
  void namesAloneHaveNoFields() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layout(Format.NAME, Fields.byDefault()))
        .withMessage("--format=name prints no fields");
  }
}
