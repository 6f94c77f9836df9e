package org.lagroups.multicast.runtime.end;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lagroups.machine.Printable;

/** What the texts of inputs and outputs have in common: {@code scheme://rest?name=value&…}. */
record AddressText(String scheme, String rest, Map<String, String> options) {

  /** The longest text that is read. */
  static final int MAX_LENGTH = 4_096;

  private static final Pattern INTERFACE = Pattern.compile("[0-9A-Za-z._:@-]{1,64}");
  private static final String SEPARATOR = "://";

  AddressText {
    options = Map.copyOf(options);
  }

  /** Whether a text has a scheme, and so is no file. */
  static boolean hasScheme(String text) {
    return text.contains(SEPARATOR);
  }

  /** Takes a text apart that has a scheme. */
  static AddressText split(String text) {
    int end = text.indexOf(SEPARATOR);
    String rest = text.substring(end + SEPARATOR.length());
    int query = rest.indexOf('?');
    return query < 0
        ? new AddressText(text.substring(0, end), rest, Map.of())
        : new AddressText(
            text.substring(0, end), rest.substring(0, query), options(rest.substring(query + 1)));
  }

  /**
   * A file's path.
   *
   * @throws IllegalArgumentException if this system has no such paths
   */
  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a file name: " + Printable.of(text), e);
    }
  }

  /** Refuses options that are not among {@code known}. */
  void allow(Set<String> known) {
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        String allowed =
            known.isEmpty()
                ? "it takes none"
                : "it takes " + String.join(" and ", known.stream().sorted().toList());
        throw new IllegalArgumentException(
            "%s:// has no option %s: %s".formatted(scheme, Printable.of(name), allowed));
      }
    }
  }

  /** The network interface that multicast is to use; empty to leave it to the system. */
  String networkInterface() {
    String name = options.getOrDefault("interface", "");
    if (!name.isEmpty() && !INTERFACE.matcher(name).matches()) {
      throw new IllegalArgumentException("not a network interface: " + Printable.of(name));
    }
    return name;
  }

  private static Map<String, String> options(String query) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : query.split("&", -1)) {
      int equals = option.indexOf('=');
      if (equals < 1 || equals == option.length() - 1) {
        throw new IllegalArgumentException("an option is NAME=VALUE, not " + Printable.of(option));
      }
      String name = option.substring(0, equals);
      if (options.put(name, option.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("option " + Printable.of(name) + " is there twice");
      }
    }
    return options;
  }
}
