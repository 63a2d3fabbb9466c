package io.github.fetchcharacters.cli.value;

import io.github.fetchcharacters.terminal.Nearest;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a constant in any case; picocli's own converter would show Java's names. */
public final class EnumConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  public EnumConverter(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.toString().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
    throw new TypeConversionException(
        "'" + text + "' is none of " + names + Nearest.question(text, names));
  }
}
