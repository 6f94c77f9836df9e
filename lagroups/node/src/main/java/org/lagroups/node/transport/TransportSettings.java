package org.lagroups.node.transport;

import java.net.InetSocketAddress;

/**
 * How a transport behaves.
 *
 * @param bind local address and port number of all carriers; port 0 takes any free one
 * @param timing how long it waits for what
 * @param limits how much it takes on
 */
public record TransportSettings(
    InetSocketAddress bind, TransportTiming timing, TransportLimits limits) {

  /** The defaults on all local addresses. */
  public static TransportSettings onPort(int port) {
    return at(new InetSocketAddress(port));
  }

  /** The defaults at {@code bind}. */
  public static TransportSettings at(InetSocketAddress bind) {
    return new TransportSettings(bind, TransportTiming.DEFAULT, TransportLimits.DEFAULT);
  }

  public TransportSettings withTiming(TransportTiming changed) {
    return new TransportSettings(bind, changed, limits);
  }

  public TransportSettings withLimits(TransportLimits changed) {
    return new TransportSettings(bind, timing, changed);
  }
}
