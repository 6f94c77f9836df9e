package org.lagroups.node.state.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Printable;
import org.lagroups.node.state.StateException;
import tools.jackson.databind.JsonNode;

/** One table of the settings, read key by key; what nobody has asked for is unknown. */
final class ConfigTable {

  private final @Nullable JsonNode values;
  private final String name;
  private final ConfigProblems problems;
  private final Consumer<Setting> settings;
  private final Set<String> known = new TreeSet<>();

  /**
   * A table.
   *
   * @param values its content, or null if the file has no such table
   * @param name its name in the file, empty for the one on top
   * @param settings told of each key that is asked for, other than tables
   */
  ConfigTable(
      @Nullable JsonNode values, String name, ConfigProblems problems, Consumer<Setting> settings) {
    this.values = values;
    this.name = name;
    this.problems = problems;
    this.settings = settings;
  }

  /** The texts of a value: one of each but of a list. */
  static List<String> texts(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(ConfigTable::text).toList()
        : List.of(text(value));
  }

  ConfigTable table(String key) {
    JsonNode value = value(key);
    if (value != null && !value.isObject()) {
      throw problem(
          key, "is a table", "write it as [" + key + "] with its keys on the lines below");
    }
    return new ConfigTable(value, fullName(key), problems, settings);
  }

  /** The tables in this one, whatever their names, which have been asked for with this. */
  Map<String, ConfigTable> tables() {
    Map<String, ConfigTable> tables = new LinkedHashMap<>();
    if (values != null) {
      values.propertyNames().forEach(key -> tables.put(key, table(key)));
    }
    return tables;
  }

  /** What is wrong with a key, to be thrown. */
  StateException wrong(String key, IllegalArgumentException why) {
    return problems.of(name, key, "is wrong", String.valueOf(why.getMessage()));
  }

  /** Whether the file sets the key. */
  boolean has(String key) {
    return value(key) != null;
  }

  <T> T text(String key, T otherwise, Function<String, T> parse) {
    JsonNode value = value(key);
    tell(key, Setting.Kind.TEXT, value, List.of(), 0, 0);
    return value == null ? otherwise : parsed(key, value, parse);
  }

  <T> List<T> texts(String key, Function<String, T> parse) {
    return texts(key, Setting.Kind.LIST, List.of(), parse);
  }

  /** Texts that {@code parse} takes only if they are among the choices. */
  <T> List<T> choices(String key, List<String> choices, Function<String, T> parse) {
    return texts(key, Setting.Kind.CHOICES, choices, parse);
  }

  private <T> List<T> texts(
      String key, Setting.Kind kind, List<String> choices, Function<String, T> parse) {
    JsonNode value = value(key);
    tell(key, kind, value, choices, 0, 0);
    List<T> all = new ArrayList<>();
    if (value != null && !value.isArray()) {
      throw problem(key, "is a list", "write it as " + key + " = [\"one\", \"two\"]");
    }
    if (value != null) {
      value.forEach(element -> all.add(parsed(key, element, parse)));
    }
    return all;
  }

  long number(String key, long otherwise, long least, long most) {
    JsonNode value = value(key);
    tell(key, Setting.Kind.NUMBER, value, List.of(), least, most);
    if (value == null) {
      return otherwise;
    }
    boolean isWhole = value.isIntegralNumber() && value.canConvertToLong();
    if (!isWhole || value.longValue() < least || value.longValue() > most) {
      throw problem(
          key,
          "cannot be " + Printable.of(value.toString()),
          "a whole number from " + least + " to " + most);
    }
    return value.longValue();
  }

  <E> E oneOf(String key, E otherwise, E[] all, Function<E, String> word) {
    JsonNode value = value(key);
    tell(key, Setting.Kind.CHOICE, value, Arrays.stream(all).map(word).toList(), 0, 0);
    if (value == null) {
      return otherwise;
    }
    return Arrays.stream(all)
        .filter(one -> value.isString() && word.apply(one).equals(value.stringValue()))
        .findFirst()
        .orElseThrow(() ->
            problem(
                key,
                "cannot be " + Printable.of(value.toString()),
                "one of "
                    + Arrays.stream(all)
                        .map(one -> '"' + word.apply(one) + '"')
                        .collect(Collectors.joining(", "))));
  }

  /** Refuses the keys that nobody has asked for. */
  void refuseOthers() {
    if (values == null) {
      return;
    }
    for (String key : values.propertyNames()) {
      if (!known.contains(key)) {
        throw problem(key, "is not known here", "the keys are " + String.join(", ", known));
      }
    }
  }

  private @Nullable JsonNode value(String key) {
    known.add(key);
    return values == null ? null : values.get(key);
  }

  private void tell(
      String key,
      Setting.Kind kind,
      @Nullable JsonNode value,
      List<String> choices,
      long least,
      long most) {
    settings.accept(
        new Setting(
            fullName(key),
            kind,
            least,
            most,
            choices,
            Optional.ofNullable(value).map(ConfigTable::texts)));
  }

  private String fullName(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  private <T> T parsed(String key, JsonNode value, Function<String, T> parse) {
    if (!value.isString()) {
      throw problem(key, "is a text", "write it in double quotes");
    }
    try {
      return parse.apply(value.stringValue());
    } catch (IllegalArgumentException e) {
      throw problem(key, "is wrong", String.valueOf(e.getMessage()));
    }
  }

  private RuntimeException problem(String key, String what, String allowed) {
    return problems.of(name, key, what, allowed);
  }
}
