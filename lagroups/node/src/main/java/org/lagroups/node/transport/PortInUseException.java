package org.lagroups.node.transport;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Another program (or another node) uses the port already. */
public final class PortInUseException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Somebody else has the port.
   *
   * @param protocol UDP or TCP
   */
  public PortInUseException(String protocol, InetSocketAddress bind, Throwable cause) {
    super(
        "%s port %d on %s is in use by another program, or by this node running already. Stop that one, or give this node another port (0 takes any free one)."
            .formatted(protocol, bind.getPort(), bind.getAddress().getHostAddress()),
        cause);
  }
}
