package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.Plan;

/**
 * One way to fetch among those that are compared.
 *
 * @param parameters what sets it apart from the others
 */
record Variant(Mode mode, Plan plan, Parameters parameters) {}
