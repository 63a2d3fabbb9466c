package io.github.fetchcharacters.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options under one heading of the help. Each is declared by the field that holds its value; the
 * help has them in the same order. They could be told to picocli by annotations, too, but it reads
 * those by reflection, which would take a third of a start.
 */
public final class OptionGroup {

  private final String heading;
  private final CommandSpec owner;

  private OptionGroup(String heading, CommandSpec owner) {
    this.heading = heading;
    this.owner = owner;
  }

  /**
   * An empty group.
   *
   * @param heading as in the help, which puts a colon after it
   */
  public OptionGroup(String heading) {
    this(heading, CommandSpec.create());
  }

  /** The options of a command whose help has no headings; there is nothing to add to it later. */
  public static OptionGroup of(CommandSpec command) {
    return new OptionGroup("", command);
  }

  /** Puts the group behind those that the command has. */
  public void addTo(CommandSpec command) {
    command.addMixin(heading, owner);
  }

  /** Adds an option with a default. */
  public <T> OptionValue<T> add(Class<T> type, T initial, OptionSpec.Builder option) {
    return declared(option.type(type), initial);
  }

  /** Adds an option that has a value only where it is given. */
  public <T> OptionValue<T> add(Class<T> type, OptionSpec.Builder option) {
    return declared(option.type(type), null);
  }

  /** Adds an option that takes no value, and is off unless it is given. */
  public OptionValue<Boolean> flag(OptionSpec.Builder option) {
    return add(boolean.class, false, option);
  }

  /**
   * Adds an option that holds all values given: by repeating it, or where it has a regular
   * expression that splits them, in one word.
   *
   * @param element the type of one value
   */
  public <E> OptionValue<List<E>> list(
      Class<E> element, List<E> initial, OptionSpec.Builder option) {
    return declared(option.type(List.class).auxiliaryTypes(element), initial);
  }

  private <T> OptionValue<T> declared(OptionSpec.Builder option, @Nullable T initial) {
    OptionValue<T> value = new OptionValue<>(initial);
    OptionSpec spec = option.initialValue(initial).getter(value).setter(value).build();
    owner.addOption(spec);
    value.of(spec);
    return value;
  }
}
