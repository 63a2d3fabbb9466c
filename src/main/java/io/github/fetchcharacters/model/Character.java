package io.github.fetchcharacters.model;

/**
 * One character as the API sent it. Immutable and safe to share between threads.
 *
 * @param id the API's number of the character, positive
 * @param name the character's name, never empty; it comes from the server and may hold any Unicode
 *     character, control characters included
 * @param json the whole record: one well-formed JSON object, letter for letter as it was received
 *     (white space, member order, number and escape forms)
 */
@SuppressWarnings("JavaLangClash") // the domain's own word
public record Character(long id, String name, String json) {}
