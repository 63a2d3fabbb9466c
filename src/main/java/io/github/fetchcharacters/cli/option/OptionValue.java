package io.github.fetchcharacters.cli.option;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The value of an option or a parameter: picocli writes it, the command reads it, and it makes the
 * error for a wrong value. For one thread.
 *
 * @param <T> the type that picocli converts to
 */
public final class OptionValue<T> implements IGetter, ISetter {

  private @Nullable T value;
  private @Nullable ArgSpec argument;

  /**
   * @param initial the default; null for none
   */
  OptionValue(@Nullable T initial) {
    value = initial;
  }

  /**
   * Returns the value of an option with a default.
   *
   * @throws NullPointerException if it has neither a default nor a value
   */
  public T value() {
    return Objects.requireNonNull(value);
  }

  /** Returns the value of an option without a default; null if not given. */
  public @Nullable T orNull() {
    return value;
  }

  /** Links the value with its option or parameter. Call it once. */
  void of(ArgSpec spec) {
    argument = spec;
  }

  /** Returns a usage error that names the option. */
  public ParameterException invalid(String why) {
    return invalid(why, null);
  }

  /** Returns a usage error that names the option, with its cause. */
  public ParameterException invalid(String why, @Nullable Exception cause) {
    OptionSpec option = (OptionSpec) Objects.requireNonNull(argument);
    return wrong("Invalid value for option '" + option.longestName() + "': " + why, cause);
  }

  /** Returns a usage error about more than this option. */
  public ParameterException wrong(String message) {
    return wrong(message, null);
  }

  private ParameterException wrong(String message, @Nullable Exception cause) {
    return new ParameterException(
        Objects.requireNonNull(argument).command().commandLine(), message, cause);
  }

  @Override
  // picocli's signature; it reads the type that it has set.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <V> @Nullable V get() {
    return (V) value;
  }

  @Override
  @SuppressWarnings("unchecked") // picocli converts to the type of the option first.
  public <V> @Nullable V set(@Nullable V changed) {
    V before = (V) value;
    value = (T) changed;
    return before;
  }
}
