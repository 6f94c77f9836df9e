package org.lagroups.machine;

import java.util.regex.Pattern;

/**
 * Where a node may be reached: a host and the port number it uses.
 *
 * @param host an IPv4 or IPv6 address (without brackets) or a host name, at most 253 characters
 * @param port 1 to 65,535
 */
public record NodeAddress(String host, int port) {

  private static final int MAX_HOST_LENGTH = 253;
  private static final Pattern HOST =
      Pattern.compile("[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  public NodeAddress {
    if (host.length() > MAX_HOST_LENGTH || !HOST.matcher(host).matches()) {
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
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("an address is HOST:PORT, not " + Printable.of(text));
    }
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    return new NodeAddress(host, parsePort(text.substring(colon + 1)));
  }

  private static int parsePort(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a port number: " + Printable.of(text), e);
    }
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
