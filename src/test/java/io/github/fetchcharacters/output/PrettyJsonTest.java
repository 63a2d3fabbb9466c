package io.github.fetchcharacters.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {

  @Test
  void isLaidOutAsJqDoes() {
    assertThat(
            new PrettyJson(false)
                .of("{\"a\":1.50,\"b\":[],\"c\":{},\"d\":[null,[true]],\"e:{\":\"x,\\\"[y\"}"))
        .isEqualTo(
            """
              {
                "a": 1.50,
                "b": [],
                "c": {},
                "d": [
                  null,
                  [
                    true
                  ]
                ],
                "e:{": "x,\\"[y"
              }"""
                .indent(2)
                .stripTrailing());
  }

  @Test
  void keysStringsAndNullHaveTheColoursOfJq() {
    assertThat(new PrettyJson(true).of("{\"a\":null,\"b\":\"c\",\"d\":7}").replace('\u001b', '^'))
        .isEqualTo(
            "  {\n    ^[34;1m\"a\"^[0m: ^[1;30mnull^[0m,\n    ^[34;1m\"b\"^[0m: ^[0;32m\"c\"^[0m,\n"
                + "    ^[34;1m\"d\"^[0m: 7\n  }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "\"\\\\\""})
  void whatIsEmptyOrNoContainerStaysOnItsLine(String json) {
    assertThat(new PrettyJson(false).of(json)).isEqualTo("  " + json);
  }
}
