package io.github.fetchcharacters.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.model.CharacterMembers;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is picked is what a tree of the record has, letter for letter. */
class FieldPickerPropertiesTest {

  private static final JsonMapper TREES =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final List<String> PATHS = CharacterMembers.paths();

  private final FieldPicker picker = new FieldPicker(new Fields(PATHS));

  @Property
  void areTheValuesThatATreeHas(@ForAll("records") String record) throws JsonProcessingException {
    JsonNode tree = TREES.readTree(record);

    String[] picked = picker.pick(new Character(1, "not read from here", record));

    for (int place = 0; place < picked.length; place++) {
      assertThat(TREES.readTree(picked[place])).as(PATHS.get(place)).isEqualTo(at(tree, place));
    }
  }

  private static JsonNode at(JsonNode tree, int place) {
    JsonNode node = tree.at("/" + PATHS.get(place).replace('.', '/'));
    return node.isMissingNode() ? NullNode.getInstance() : node;
  }

  @Property
  void areLetterForLetterAsTheyAreWritten(
      @ForAll("values") String value, @ForAll("spaces") String space, @ForAll("records") String x) {
    String record =
        "{\"x\":%s%s,\"type\"%s:%s%s%s,\"origin\":{\"url\":%s,\"name\":%s%s}}"
            .formatted(x, space, space, space, value, space, x, space, value);

    String[] picked = picker.pick(new Character(1, "not read from here", record));

    assertThat(picked[PATHS.indexOf("type")]).isEqualTo(value);
    assertThat(picked[PATHS.indexOf("origin.name")]).isEqualTo(value);
    assertThat(picked[PATHS.indexOf("origin.url")]).isEqualTo(x);
  }

  /** Objects of members that are asked for, others, and twins, some of them inside one another. */
  @Provide
  Arbitrary<String> records() {
    return object(
        Arbitraries.lazyOf(this::values, () -> object(values()), () -> object(object(values()))));
  }

  private Arbitrary<String> object(Arbitrary<String> value) {
    Arbitrary<String> names =
        Arbitraries.of(
            "id", "name", "url", "origin", "location", "x", "origin.name", "\\u0069d", "");
    return Combinators.combine(spaces(), names, spaces(), value)
        .as((before, name, after, v) -> before + "\"" + name + "\"" + after + ":" + before + v)
        .list()
        .ofMaxSize(6)
        .map(members -> "{" + String.join(" ,", members) + "}");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of("null", "true", "false", "[]", "{}", "[{\"name\":[1.50]},\"]\"]"),
        numbers(),
        strings());
  }

  private static Arbitrary<String> numbers() {
    return Combinators.combine(
            Arbitraries.of("", "-"),
            Arbitraries.bigIntegers().greaterOrEqual(BigInteger.ZERO),
            Arbitraries.of("", ".0", ".50", ".123456789012345678901"),
            Arbitraries.of("", "e2", "E+30", "e-07"))
        .as((sign, whole, fraction, exponent) -> sign + whole + fraction + exponent);
  }

  private static Arbitrary<String> strings() {
    return Arbitraries.of(
            "a", "é", "🥒", "\\u00e9", "\\ud83e", "\\\"", "\\\\", "\\/", "\\n", "{", "]")
        .list()
        .ofMaxSize(40)
        .map(parts -> "\"" + String.join("", parts) + "\"");
  }

  @Provide
  Arbitrary<String> spaces() {
    return Arbitraries.of("", " ", "\n", "\r\n\t", " ".repeat(20));
  }
}
