package org.lagroups.desktop.streams;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lagroups.machine.NodeId;

/** What people, and nodes, have written as text. */
final class Entered {

  private static final int MOST_NODES = 256;

  private Entered() {}

  /** A rate in Mbit/s; nothing if it is none. */
  static OptionalDouble rate(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return value >= 0 && value < Double.POSITIVE_INFINITY
          ? OptionalDouble.of(value)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** IDs of nodes with commas between, perhaps none; nothing if one is no ID, or there are many. */
  static Optional<List<NodeId>> nodes(String text) {
    try {
      List<NodeId> nodes =
          Arrays.stream(text.split(",", MOST_NODES + 1))
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .map(NodeId::parse)
              .toList();
      return Optional.of(nodes);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Where a player on this machine gets a stream; nothing if it is elsewhere, or not open yet. */
  static Optional<URI> player(String place) {
    try {
      URI address = new URI(place);
      boolean isOwn =
          "http".equals(address.getScheme())
              && "127.0.0.1".equals(address.getHost())
              && address.getPort() > 0;
      return isOwn ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
