package org.lagroups.multicast.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to receive a stream.
 *
 * @param outputs 1 to 16: an absolute path, {@code udp://HOST:PORT}, {@code
 *     http://127.0.0.1:PORT/}, or {@code -} if a command runs the node within itself
 * @param latencyMillis of a live stream; null for 1,000
 * @param giveUpSeconds 5 to 604,800: it has failed when nobody has heard of the sender for so long;
 *     null for 30 of a live stream, and for never of a file
 */
public record BeginReceiving(
    String link, List<String> outputs, @Nullable Long latencyMillis, @Nullable Long giveUpSeconds) {

  public BeginReceiving {
    outputs = List.copyOf(outputs);
  }
}
