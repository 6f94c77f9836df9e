package org.lagroups.multicast.runtime.end;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.Printable;

/**
 * A host and a port.
 *
 * @param host an IPv4 or IPv6 address (without brackets) or a host name; empty for all addresses of
 *     this machine
 * @param port 1 to 65,535, or 0 for any free one
 */
public record HostPort(String host, int port) {

  private static final Pattern TEXT =
      Pattern.compile("(?<host>\\[[^]]*]|[^:\\[\\]]*):(?<port>[0-9]{1,5})");
  private static final int MAX_PORT = 65_535;

  public HostPort {
    if (!host.isEmpty()) {
      host = new NodeAddress(host, 1).host();
    }
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
  }

  /**
   * Reads {@code host:port}, {@code [v6]:port} or {@code :port}.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  static HostPort parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a host and port are HOST:PORT or [IPV6]:PORT, not " + Printable.of(text));
    }
    String host = parts.group("host");
    boolean isBracketed = host.startsWith("[");
    String bare = isBracketed ? host.substring(1, host.length() - 1) : host;
    if (isBracketed && bare.indexOf(':') < 0) {
      throw new IllegalArgumentException(
          "only an IPv6 address has brackets: " + Printable.of(text));
    }
    return new HostPort(bare, Integer.parseInt(parts.group("port")));
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
