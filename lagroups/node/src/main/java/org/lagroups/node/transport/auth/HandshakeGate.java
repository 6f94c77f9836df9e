package org.lagroups.node.transport.auth;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.lagroups.node.transport.TransportLimits;

/**
 * Counts incoming connections that have not said who they are, in all and by source address. Past
 * half of a limit a source has to show that it receives what is sent to it; at the limit nothing
 * more gets in until others are through or have timed out.
 */
public final class HandshakeGate {

  private final TransportLimits limits;
  private final Map<InetAddress, Integer> bySource = new HashMap<>();
  private int total;

  /** Nobody is in. */
  public HandshakeGate(TransportLimits limits) {
    this.limits = limits;
  }

  /** Whether callers have to show that they have their address. */
  public boolean isBusy(InetAddress source) {
    return total * 2 >= limits.maxHandshakes()
        || ofSource(source) * 2 >= limits.maxHandshakesPerSource();
  }

  /** Whether nothing more gets in. */
  public boolean isFull(InetAddress source) {
    return total >= limits.maxHandshakes() || ofSource(source) >= limits.maxHandshakesPerSource();
  }

  /** A connection from {@code source} has begun; {@link #leave} has to follow. */
  public void enter(InetAddress source) {
    total++;
    bySource.merge(source, 1, Integer::sum);
  }

  /** A connection from {@code source} is through or has failed. */
  public void leave(InetAddress source) {
    total--;
    bySource.computeIfPresent(source, (key, count) -> count == 1 ? null : count - 1);
  }

  private int ofSource(InetAddress source) {
    return bySource.getOrDefault(source, 0);
  }
}
