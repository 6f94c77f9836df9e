package org.lagroups.machine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a node may be reached: a host and the port number it uses.
 *
 * @param host an IPv4 or IPv6 address (without brackets) or a host name, at most 253 characters
 * @param port 1 to 65,535
 */
public record NodeAddress(String host, int port) {

  private static final int MAX_HOST_LENGTH = 253;
  private static final Pattern NAME_OR_V4 =
      Pattern.compile("[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?");
  private static final Pattern NUMERIC_V6 =
      Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
  private static final Pattern TEXT =
      Pattern.compile("(\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<name>[0-9A-Za-z.-]+)):(?<port>[0-9]{1,5})");

  public NodeAddress {
    if (host.length() > MAX_HOST_LENGTH || !isHost(host)) {
      throw new IllegalArgumentException("not a host name or address: " + Printable.of(host));
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
  }

  /**
   * Reads {@code host:port} or {@code [v6]:port}.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static NodeAddress parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (parts.matches()) {
      String host = parts.group("v6") == null ? parts.group("name") : parts.group("v6");
      return new NodeAddress(host, Integer.parseInt(parts.group("port")));
    }
    throw new IllegalArgumentException(
        NUMERIC_V6.matcher(text).matches()
            ? "an IPv6 address needs brackets and a port: [%s]:PORT".formatted(Printable.of(text))
            : "an address is HOST:PORT or [IPV6]:PORT, not " + Printable.of(text));
  }

  private static boolean isHost(String host) {
    return NAME_OR_V4.matcher(host).matches() || NUMERIC_V6.matcher(host).matches();
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
