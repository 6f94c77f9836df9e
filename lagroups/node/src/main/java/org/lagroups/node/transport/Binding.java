package org.lagroups.node.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Gives sockets their local addresses. */
public final class Binding {

  private Binding() {}

  /**
   * Registers and binds a socket at once, on the event loop; closes it if that fails.
   *
   * @param protocol for people: UDP or TCP
   * @throws PortInUseException if the port is taken
   * @throws IOException if the address cannot be bound for another reason
   */
  public static void bind(
      EventLoop loop, Channel socket, InetSocketAddress address, String protocol)
      throws IOException {
    throwIfFailed(loop.register(socket), address, protocol);
    ChannelFuture bound = socket.bind(address);
    if (bound.cause() != null) {
      var _ = socket.close();
    }
    throwIfFailed(bound, address, protocol);
  }

  private static void throwIfFailed(
      ChannelFuture future, InetSocketAddress address, String protocol) throws IOException {
    Throwable cause = future.cause();
    if (cause == null) {
      return;
    }
    if (isPortInUse(cause)) {
      throw new PortInUseException(protocol, address, cause);
    }
    throw new IOException(
        "cannot open %s port %d on %s: %s. Check that this machine has this address and that the port may be used."
            .formatted(protocol, address.getPort(), address.getHostString(), cause.getMessage()),
        cause);
  }

  /** The native transport has no type of its own for it, only the system's message. */
  private static boolean isPortInUse(Throwable cause) {
    String message = cause.getMessage();
    return message != null && message.contains("in use") && cause instanceof IOException;
  }
}
