package org.lagroups.node.transport.session.dial;

import java.net.InetSocketAddress;
import org.lagroups.machine.NodeAddress;

/** Addresses as peers are told them. */
public final class Addresses {

  private Addresses() {}

  /** Without a zone, which means nothing to others. */
  public static NodeAddress of(InetSocketAddress remote) {
    String host = remote.getAddress().getHostAddress();
    int zone = host.indexOf('%');
    return new NodeAddress(zone < 0 ? host : host.substring(0, zone), remote.getPort());
  }
}
