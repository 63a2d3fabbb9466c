package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.Character;
import java.util.Map;

/**
 * The API's answer for several ids, which leaves unknown ids out.
 *
 * @param found the records, by id
 * @param failed why the record of an id is unusable, by id; has no id of those found
 * @param complete whether every other id is unknown to the API; false if the answer has a record
 *     without a usable id, or of an id that was not asked for
 */
public record Characters(
    Map<Long, Character> found, Map<Long, ? extends ApiException> failed, boolean complete) {}
