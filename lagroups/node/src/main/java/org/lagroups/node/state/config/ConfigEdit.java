package org.lagroups.node.state.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lagroups.node.state.config.ConfigText.Kind;
import org.lagroups.node.state.config.ConfigText.Part;

/** Changes one key in the text of the settings, and leaves everything else as a person wrote it. */
final class ConfigEdit {

  /** What a {@code long} may be, written as TOML has it. */
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private ConfigEdit() {}

  /**
   * The text with another value, in the place of the one before or of the line that explains it.
   */
  static String set(String text, String key, String value) {
    ConfigText parts = new ConfigText(text);
    Optional<Part> setting = parts.first(Kind.SETTING, key);
    if (setting.isPresent()) {
      return replace(text, setting.get().value(), setting.get().end(), value);
    }
    String table = table(key);
    String line = name(key) + " = " + value;
    Pattern explained = Pattern.compile("#[ \\t]?" + Pattern.quote(name(key)) + "[ \\t]*=.*");
    Optional<Part> comment =
        parts.first(
            Kind.COMMENT,
            part ->
                part.path().equals(table)
                    && explained
                        .matcher(text.substring(part.start(), part.end()).strip())
                        .matches());
    if (comment.isPresent()) {
      return replace(text, comment.get().start(), comment.get().end(), line);
    }
    if (table.isEmpty()) {
      return line + "\n" + text;
    }
    return parts
        .first(Kind.TABLE, table)
        .map(header -> replace(text, header.end(), header.end(), "\n" + line))
        .orElseGet(() -> withTable(text, table, line));
  }

  /**
   * The text without a value for the key: with a comment in its place that shows the default, or
   * with nothing if that is empty.
   */
  static String reset(String text, String key, Optional<String> standard) {
    Optional<Part> found = new ConfigText(text).first(Kind.SETTING, key);
    if (found.isEmpty()) {
      return text;
    }
    Part setting = found.get();
    return standard
        .map(value ->
            replace(
                text,
                setting.start(),
                setting.end(),
                "#" + text.substring(setting.start(), setting.value()) + value))
        .orElseGet(() -> replace(text, setting.start(), setting.end(), ""));
  }

  /** A value as TOML; what should be a number and is none is written as a text, to be refused. */
  static String toml(Setting.Kind kind, List<String> value) {
    if (kind.isList()) {
      return value.stream().map(ConfigEdit::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
    String only = value.getFirst();
    return kind == Setting.Kind.NUMBER && NUMBER.matcher(only).matches() ? only : quoted(only);
  }

  private static String withTable(String text, String table, String line) {
    String apart = text.isEmpty() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    return text + apart + "[" + table + "]\n" + line + "\n";
  }

  private static String table(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static String replace(String text, int start, int end, String by) {
    return text.substring(0, start) + by + text.substring(end);
  }

  /** A basic string of TOML. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (each < ' ' || each == 0x7f) {
        quoted.append("\\u%04x".formatted((int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }
}
