package org.lagroups.node.state.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where in a text of TOML each setting, table and comment stands, so that one can be changed and
 * all others left as they are. It judges nothing: whoever changes a text by this reads it again,
 * and what was written in a form that is not seen here shows there.
 */
final class ConfigText {

  /** What stands at one place. */
  enum Kind {
    /** A table's line in brackets. */
    TABLE,
    /** A key with its value. */
    SETTING,
    /** A line behind a {@code #}. */
    COMMENT
  }

  /**
   * A part of the text.
   *
   * @param path the full key or the table's name; for a comment, the name of the table that it
   *     stands in
   * @param start its first character
   * @param value where a setting's value starts; elsewhere as {@code end}
   * @param end behind its last character, before blanks and comments on that line
   */
  record Part(Kind kind, String path, int start, int value, int end) {}

  /** Stands for a table whose name is none of the settings; no key is in it. */
  private static final String UNREADABLE = "?";

  private final String text;
  private final List<Part> parts = new ArrayList<>();

  /** Where {@link #readPath} has ended. */
  private int after;

  ConfigText(String text) {
    this.text = text;
    String table = "";
    int at = pastBlanks(0, true);
    while (at < text.length()) {
      int lineEnd = endOfLine(at);
      switch (text.charAt(at)) {
        case '#' -> parts.add(new Part(Kind.COMMENT, table, at, lineEnd, lineEnd));
        case '[' -> {
          String name = readPath(at + 1);
          table = name.isEmpty() ? UNREADABLE : name;
          parts.add(new Part(Kind.TABLE, table, at, lineEnd, lineEnd));
        }
        default -> lineEnd = addSetting(table, at, lineEnd);
      }
      at = pastBlanks(lineEnd, true);
    }
  }

  /** The first part of a kind that is as wanted. */
  Optional<Part> first(Kind kind, Predicate<Part> wanted) {
    return parts.stream().filter(part -> part.kind == kind && wanted.test(part)).findFirst();
  }

  /** The first part of a kind with this path. */
  Optional<Part> first(Kind kind, String path) {
    return first(kind, part -> part.path.equals(path));
  }

  private int addSetting(String table, int at, int lineEnd) {
    String key = readPath(at);
    if (key.isEmpty() || after >= text.length() || text.charAt(after) != '=') {
      return lineEnd;
    }
    int value = pastBlanks(after + 1, false);
    int end = endOfValue(value);
    parts.add(new Part(Kind.SETTING, table.isEmpty() ? key : table + "." + key, at, value, end));
    return endOfLine(end);
  }

  /**
   * Reads keys with dots between them, and remembers what they are followed by; empty if they are
   * none, or written in a form that nobody needs here.
   */
  private String readPath(int from) {
    StringBuilder path = new StringBuilder();
    int at = from;
    while (true) {
      at = pastBlanks(at, false);
      int start = at;
      boolean quoted = at < text.length() && isQuote(text.charAt(at));
      at = quoted ? endOfString(at) : endOfBareKey(at);
      String name =
          quoted
              ? text.substring(start + 1, Math.max(start + 1, at - 1))
              : text.substring(start, at);
      if (name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('\\') >= 0) {
        return "";
      }
      path.append(name);
      at = pastBlanks(at, false);
      if (at >= text.length() || text.charAt(at) != '.') {
        after = at;
        return path.toString();
      }
      path.append('.');
      at++;
    }
  }

  private int endOfBareKey(int from) {
    int at = from;
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /** Behind a value, which may have several lines if it is a list or a long text. */
  private int endOfValue(int from) {
    int depth = 0;
    int end = from;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (depth == 0 && (c == '\n' || c == '#')) {
        return end;
      }
      if (c == '#') {
        at = endOfLine(at);
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : 0;
      depth -= c == ']' || c == '}' ? 1 : 0;
      at = isQuote(c) ? endOfString(at) : at + 1;
      if (c > ' ') {
        end = at;
      }
    }
    return end;
  }

  private int endOfString(int from) {
    char quote = text.charAt(from);
    String triple = String.valueOf(quote).repeat(3);
    boolean isLong = text.startsWith(triple, from);
    int at = from + (isLong ? triple.length() : 1);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && quote == '"') {
        at++;
      } else if (isLong && text.startsWith(triple, at)) {
        return at + triple.length();
      } else if (!isLong && (c == quote || c == '\n')) {
        return at + (c == quote ? 1 : 0);
      }
      at++;
    }
    return text.length();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private int endOfLine(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  private int pastBlanks(int from, boolean andLines) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at), andLines)) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c, boolean andLines) {
    return c == ' ' || c == '\t' || (andLines && (c == '\n' || c == '\r'));
  }
}
