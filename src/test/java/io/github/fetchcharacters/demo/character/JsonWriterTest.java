package io.github.fetchcharacters.demo.character;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void setsCommasBetweenMembersAndElementsOnly() {
    JsonWriter json = new JsonWriter(16);

    json.open('{').name("a").number(1).name("b").open('[').string("x").nothing();
    json.open('{').close('}').close(']').name("c").string("").close('}');

    assertThat(json).hasToString("{\"a\":1,\"b\":[\"x\",null,{}],\"c\":\"\"}");
  }

  @Test
  void escapesQuotesBackslashesAndControlCharacters() {
    JsonWriter json = new JsonWriter(16).string("\"\\\n\u001f");

    assertThat(json).hasToString("\"\\\"\\\\\\u000a\\u001f\"");
  }

  @Test
  void leavesOtherCharactersAsTheyAre() {
    assertThat(new JsonWriter(16).string("Zoë / ζ 🥒")).hasToString("\"Zoë / ζ 🥒\"");
  }
}
