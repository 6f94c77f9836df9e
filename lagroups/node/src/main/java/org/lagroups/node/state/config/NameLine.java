package org.lagroups.node.state.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of the settings that names the node. */
final class NameLine {

  private static final Pattern TABLE = Pattern.compile("(?m)^[ \\t]*\\[");
  private static final Pattern SET = Pattern.compile("(?m)^[ \\t]*name[ \\t]*=.*$");
  private static final Pattern EXPLAINED = Pattern.compile("(?m)^#[ \\t]*name[ \\t]*=.*$");

  private NameLine() {}

  /** The text with another name, in the place of the one before or of the line that explains it. */
  static String replace(String text, String name) {
    String line = "name = " + quoted(name);
    Matcher table = TABLE.matcher(text);
    int end = table.find() ? table.start() : text.length();
    for (Pattern pattern : new Pattern[] {SET, EXPLAINED}) {
      Matcher found = pattern.matcher(text).region(0, end);
      if (found.find()) {
        return text.substring(0, found.start()) + line + text.substring(found.end());
      }
    }
    return line + "\n" + text;
  }

  /** A basic string of TOML. */
  private static String quoted(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
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
