package io.github.fetchcharacters.cli.option;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What an option or a parameter is set to: picocli writes it, the command reads it, and has it make
 * the error where the value will not do. For one thread.
 *
 * @param <T> the type that picocli converts to
 */
public final class OptionValue<T> implements IGetter, ISetter {

  private @Nullable T value;
  private @Nullable ArgSpec argument;

  /**
   * @param initial the value while the command line says nothing; null for none
   */
  OptionValue(@Nullable T initial) {
    value = initial;
  }

  /**
   * The value of an option that has a default.
   *
   * @throws NullPointerException if it has neither that nor a value
   */
  public T value() {
    return Objects.requireNonNull(value);
  }

  /** The value of an option without a default; null where it is not given. */
  public @Nullable T orNull() {
    return value;
  }

  /** Links the value with what it is the value of. Call it once. */
  void of(ArgSpec spec) {
    argument = spec;
  }

  /** An error that names the option. */
  public ParameterException invalid(String why) {
    return invalid(why, null);
  }

  /** An error that names the option, with its cause. */
  public ParameterException invalid(String why, @Nullable Exception cause) {
    OptionSpec option = (OptionSpec) Objects.requireNonNull(argument);
    return wrong("Invalid value for option '" + option.longestName() + "': " + why, cause);
  }

  /** An error of more than this option, in these words. */
  public ParameterException wrong(String message) {
    return wrong(message, null);
  }

  private ParameterException wrong(String message, @Nullable Exception cause) {
    return new ParameterException(
        Objects.requireNonNull(argument).command().commandLine(), message, cause);
  }

  @Override
  // picocli's signature; it asks for what it has set.
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
