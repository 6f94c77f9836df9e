package org.lagroups.wormguard.rule.address;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that rules use for addresses and ports, as {@code $HOME_NET}. A value is what could
 * stand in a rule, other variables included.
 */
public final class Variables {

  /** The most variables. */
  public static final int MAX_VARIABLES = 1_000;

  /** The longest value. */
  public static final int MAX_VALUE_LENGTH = 65_536;

  /** What a name looks like, without the {@code $}. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  /**
   * Private networks are at home, everything else is not, all servers are at home, and services
   * have their usual ports.
   */
  public static final Variables DEFAULTS = new Variables(defaults());

  private final Map<String, String> values;

  private Variables(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * These, and one more, or with another value.
   *
   * @param name without {@code $}
   * @throws IllegalArgumentException if that is no name, the value is too long or there are too
   *     many
   */
  public Variables with(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a variable's name has up to 64 letters, digits and _, and begins with no digit");
    }
    if (value.isBlank() || value.length() > MAX_VALUE_LENGTH) {
      throw new IllegalArgumentException(
          "the value of %s has 1 to %d characters".formatted(name, MAX_VALUE_LENGTH));
    }
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value.strip());
    if (more.size() > MAX_VARIABLES) {
      throw new IllegalArgumentException("more than " + MAX_VARIABLES + " variables");
    }
    return new Variables(more);
  }

  /** The value of a variable, if it has one. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static Map<String, String> defaults() {
    Map<String, String> values = new HashMap<>();
    values.put("HOME_NET", "[192.168.0.0/16,10.0.0.0/8,172.16.0.0/12,fc00::/7]");
    values.put("EXTERNAL_NET", "!$HOME_NET");
    for (String service : new String[] {"HTTP", "SMTP", "SQL", "DNS", "TELNET", "SIP"}) {
      values.put(service + "_SERVERS", "$HOME_NET");
    }
    values.put("HTTP_PORTS", "80");
    values.put("SHELLCODE_PORTS", "!80");
    values.put("ORACLE_PORTS", "1521");
    values.put("SSH_PORTS", "22");
    values.put("FTP_PORTS", "21");
    values.put("SIP_PORTS", "[5060,5061]");
    values.put("FILE_DATA_PORTS", "[$HTTP_PORTS,110,143]");
    return values;
  }
}
