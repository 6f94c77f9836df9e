package org.lagroups.node.transport;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Another program (or another node) uses the port already. */
public final class PortInUseException extends IOException {

  private static final long serialVersionUID = 1L;

  public PortInUseException(InetSocketAddress bind, Throwable cause) {
    super(
        "UDP port %d on %s is in use by another program, or by this node running already. Stop that one, or give this node another port (0 takes any free one)."
            .formatted(bind.getPort(), bind.getAddress().getHostAddress()),
        cause);
  }
}
