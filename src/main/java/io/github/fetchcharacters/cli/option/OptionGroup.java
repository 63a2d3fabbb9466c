package io.github.fetchcharacters.cli.option;

import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options under one heading of the help. Each is declared by the field that holds its value; the
 * help has them in the same order. Annotations would do, too, but picocli reads them by reflection,
 * which takes a third of a start.
 */
public final class OptionGroup {

  private final String heading;
  private final CommandSpec owner = CommandSpec.create();

  /**
   * An empty group.
   *
   * @param heading without the colon that the help adds
   */
  public OptionGroup(String heading) {
    this.heading = heading;
  }

  /** An empty group for a command whose help has no headings. */
  public OptionGroup() {
    this("");
  }

  /** Takes options out that a command has no use for; call it before {@link #addTo}. */
  public void leaveOut(String... names) {
    for (String name : names) {
      owner.remove(owner.findOption(name));
    }
  }

  /** Adds the group to the command, after its other groups. */
  public void addTo(CommandSpec command) {
    if (heading.isEmpty()) {
      owner.options().forEach(command::addOption);
    } else {
      command.addMixin(heading, owner);
    }
  }

  /** Adds an option with a default. */
  public <T> OptionValue<T> add(Class<T> type, T initial, OptionSpec.Builder option) {
    return declared(option.type(type), initial);
  }

  /** Adds an option without a default. */
  public <T> OptionValue<T> add(Class<T> type, OptionSpec.Builder option) {
    return declared(option.type(type), null);
  }

  /** Adds an option without a value, off by default. */
  public OptionValue<Boolean> flag(OptionSpec.Builder option) {
    return add(boolean.class, false, option.preprocessor(OptionGroup::refuseEmpty));
  }

  /**
   * Picocli reads {@code --demo=} as false; a script may write it with a variable that is empty.
   */
  private static boolean refuseEmpty(
      Stack<String> words, CommandSpec command, ArgSpec flag, Map<String, Object> state) {
    boolean empty = words.isEmpty() || words.peek().isEmpty();
    if (empty && "=".equals(state.get("separator"))) {
      throw new ParameterException(
          command.commandLine(),
          OptionException.invalid((OptionSpec) flag) + ": '' is neither 'true' nor 'false'");
    }
    return false;
  }

  /**
   * Adds an option with several values: repeated, or in one word if it has a regular expression
   * that splits them.
   *
   * @param element the type of one value
   */
  public <E> OptionValue<List<E>> list(
      Class<E> element, List<E> initial, OptionSpec.Builder option) {
    return declared(option.type(List.class).auxiliaryTypes(element), initial);
  }

  /**
   * Adds an option whose word is a list, with a comma between two values. A comma that nothing
   * follows is part of the last value, which its converter then refuses: split off, it would leave
   * an empty list of {@code ,} and lose the mistake in {@code 1,}.
   */
  public <E> OptionValue<List<E>> commaList(
      Class<E> element, List<E> initial, OptionSpec.Builder option) {
    return list(element, initial, option.splitRegex(",(?!\\z)").splitRegexSynopsisLabel(","));
  }

  private <T> OptionValue<T> declared(OptionSpec.Builder option, @Nullable T initial) {
    OptionValue<T> value = new OptionValue<>(initial);
    OptionSpec spec = option.initialValue(initial).getter(value).setter(value).build();
    owner.addOption(spec);
    value.of(spec);
    return value;
  }
}
