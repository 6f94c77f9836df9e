package org.lagroups.node.state.config;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lagroups.machine.Printable;
import org.lagroups.node.state.StateException;

/**
 * Says where in the settings something is wrong. The TOML reader tells no lines, so they are looked
 * up.
 */
final class ConfigProblems {

  private static final Pattern TABLE = Pattern.compile("\\s*\\[\\s*\"?([^\\]\"]*?)\"?\\s*].*");
  private static final Pattern KEY = Pattern.compile("\\s*\"?([^=\"#\\s.]+)\"?\\s*[=.].*");

  private final Path file;
  private final List<String> lines;

  ConfigProblems(Path file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /** What is wrong with a key of a table; the table on top has an empty name. */
  StateException of(String table, String key, String what, String allowed) {
    String name = table.isEmpty() ? key : table + "." + key;
    return new WrongSettingException(where(lineOf(table, key)), Printable.of(name), what, allowed);
  }

  StateException at(int line, String what, String allowed) {
    return new StateException(StateException.Kind.CONFIG, where(line) + what, allowed);
  }

  private String where(int line) {
    return file + ", line " + line + ": ";
  }

  /**
   * The first line that sets the key, or names it as a table; 1 if it is written in a rarer form.
   */
  private int lineOf(String table, String key) {
    String current = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher header = TABLE.matcher(lines.get(i));
      Matcher setting = KEY.matcher(lines.get(i));
      if (header.matches()) {
        current = header.group(1);
        if (table.isEmpty() && current.equals(key)) {
          return i + 1;
        }
      } else if (current.equals(table) && setting.matches() && setting.group(1).equals(key)) {
        return i + 1;
      }
    }
    return 1;
  }
}
