package io.github.fetchcharacters.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
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

  private final @Nullable T initial;
  private @Nullable T value;
  private @Nullable ArgSpec argument;

  /**
   * @param initial the default; null for none
   */
  OptionValue(@Nullable T initial) {
    this.initial = initial;
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

  /** Whether the command line has the option; a variable or a file that sets it does not count. */
  boolean isGiven() {
    return argument().command().commandLine().getParseResult().hasMatchedOption(option());
  }

  /**
   * Whether the value goes with the other options of this run. One that a variable or a file sets
   * is for all runs: where it does not go with this one, it gives way to the default. So only
   * values of the command line contradict each other.
   *
   * @param usable checks the values in force; true for the default of this option
   * @param others give way to a value of the command line, where their defaults go with it
   */
  public boolean fits(BooleanSupplier usable, OptionValue<?>... others) {
    if (usable.getAsBoolean()) {
      return true;
    }
    if (!isGiven()) {
      value = initial;
      return true;
    }
    return Arrays.stream(others).anyMatch(other -> other.givesWay(usable));
  }

  private boolean givesWay(BooleanSupplier usable) {
    if (isGiven()) {
      return false;
    }
    T before = value;
    value = initial;
    boolean helps = usable.getAsBoolean();
    value = helps ? initial : before;
    return helps;
  }

  /** Links the value with its option or parameter. Call it once. */
  void of(ArgSpec spec) {
    argument = spec;
  }

  /** Returns a usage error that names the option. */
  public ParameterException invalid(String why, OptionValue<?>... others) {
    return wrong(message(why), null, others);
  }

  /** Returns a usage error that names the option, with its cause. */
  public ParameterException invalid(String why, Exception cause) {
    return wrong(message(why), cause);
  }

  /** Returns a usage error about a variable that stands in for the option. */
  ParameterException invalidVariable(String variable, String why) {
    return new ParameterException(
        argument().command().commandLine(),
        OptionException.invalid("variable " + variable) + ": " + why);
  }

  /** Returns a usage error about this option and others. */
  public ParameterException wrong(String message, OptionValue<?>... others) {
    return wrong(message, null, others);
  }

  private ParameterException wrong(
      String message, @Nullable Exception cause, OptionValue<?>... others) {
    List<ArgSpec> concerned = new ArrayList<>(List.of(argument()));
    for (OptionValue<?> other : others) {
      concerned.add(other.argument());
    }
    return new OptionException(argument().command().commandLine(), message, cause, concerned);
  }

  private String message(String why) {
    return OptionException.invalid(option()) + ": " + why;
  }

  private OptionSpec option() {
    return (OptionSpec) argument();
  }

  private ArgSpec argument() {
    return Objects.requireNonNull(argument);
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
