package io.github.fetchcharacters.cli.option;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * What an option or a parameter is set to: picocli writes it, the command reads it. For one thread.
 *
 * @param <T> the type that picocli converts to
 */
public final class OptionValue<T> implements IGetter, ISetter {

  private @Nullable T value;

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
