package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.Character;
import java.util.Map;

/**
 * What the API answered for several ids. It leaves out those that it does not know.
 *
 * @param found the records, by id
 * @param failed why the record of an id cannot be used, by id
 * @param complete whether each id is among these if the API knows it; false where the answer holds
 *     something of which it is not known to which id it belongs
 */
public record Characters(
    Map<Long, Character> found, Map<Long, ? extends ApiException> failed, boolean complete) {}
