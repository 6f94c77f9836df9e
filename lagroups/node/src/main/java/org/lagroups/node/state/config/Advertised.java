package org.lagroups.node.state.config;

import java.util.OptionalInt;
import org.lagroups.machine.NodeAddress;

/**
 * An address that others are told.
 *
 * @param port the port, or nothing for the one that the node listens on
 */
public record Advertised(String host, OptionalInt port) {

  /**
   * Reads {@code HOST:PORT}, {@code HOST}, or the same with an IPv6 address in brackets.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static Advertised parse(String text) {
    boolean withPort = text.matches(".*:[0-9]+") && (!text.startsWith("[") || !text.endsWith("]"));
    NodeAddress address = NodeAddress.parse(withPort ? text : text + ":1");
    return new Advertised(
        address.host(), withPort ? OptionalInt.of(address.port()) : OptionalInt.empty());
  }

  /** Its text, which {@link #parse} reads. */
  public String text() {
    if (port.isPresent()) {
      return at(port.getAsInt()).toString();
    }
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  /** The address of a node that listens on {@code listening}. */
  public NodeAddress at(int listening) {
    return new NodeAddress(host, port.orElse(listening));
  }
}
