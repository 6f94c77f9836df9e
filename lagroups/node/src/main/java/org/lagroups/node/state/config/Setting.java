package org.lagroups.node.state.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key of the settings: what may stand there, and what the file says. Values are texts, as one
 * would type them; all but lists have exactly one.
 *
 * @param key such as {@code network.port}
 * @param least of a number, inclusive; 0 of others
 * @param most of a number, inclusive; 0 of others
 * @param choices what can be chosen from; empty where that is not fixed
 * @param said what the file says; empty if it leaves the default
 */
public record Setting(
    String key,
    Kind kind,
    long least,
    long most,
    List<String> choices,
    Optional<List<String>> said) {

  /** What a value is. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** One of the choices. */
    CHOICE,
    /** A list of texts. */
    LIST,
    /** A list of choices. */
    CHOICES;

    /** In lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there may be any number of values. */
    public boolean isList() {
      return this == LIST || this == CHOICES;
    }
  }

  public Setting {
    choices = List.copyOf(choices);
    said = said.map(List::copyOf);
  }
}
