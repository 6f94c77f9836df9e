package org.lagroups.node.transport;

import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a transport behaves.
 *
 * @param bind local address and port number of all carriers; port 0 takes any free one
 * @param timing how long it waits for what
 * @param limits how much it takes on
 * @param carriers what it opens sockets for, one at least
 */
public record TransportSettings(
    InetSocketAddress bind,
    TransportTiming timing,
    TransportLimits limits,
    Set<CarrierKind> carriers) {

  public TransportSettings {
    carriers = Set.copyOf(carriers);
    if (carriers.isEmpty()) {
      throw new IllegalArgumentException("a transport needs a carrier");
    }
  }

  /** The defaults on all local addresses. */
  public static TransportSettings onPort(int port) {
    return at(new InetSocketAddress(port));
  }

  /** The defaults at {@code bind}. */
  public static TransportSettings at(InetSocketAddress bind) {
    return new TransportSettings(
        bind, TransportTiming.DEFAULT, TransportLimits.DEFAULT, EnumSet.allOf(CarrierKind.class));
  }

  public TransportSettings withTiming(TransportTiming changed) {
    return new TransportSettings(bind, changed, limits, carriers);
  }

  public TransportSettings withLimits(TransportLimits changed) {
    return new TransportSettings(bind, timing, changed, carriers);
  }

  public TransportSettings withCarriers(Set<CarrierKind> changed) {
    return new TransportSettings(bind, timing, limits, changed);
  }
}
