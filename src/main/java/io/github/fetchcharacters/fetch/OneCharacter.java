package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.model.Character;
import java.util.concurrent.CompletableFuture;

/** Gets a character by its id. */
record OneCharacter(ApiClient client) implements Call<Character> {

  @Override
  public Character get(long id) throws InterruptedException {
    return client.getCharacter(id);
  }

  @Override
  public CompletableFuture<Character> getAsync(long id) {
    return client.getCharacterAsync(id);
  }

  @Override
  public Outcome outcome(long id, Character character) {
    return new Outcome.Found(character);
  }
}
