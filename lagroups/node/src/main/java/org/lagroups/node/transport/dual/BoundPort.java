package org.lagroups.node.transport.dual;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.PortInUseException;
import org.lagroups.node.transport.quic.UdpSockets;
import org.lagroups.node.transport.tcp.TcpSockets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One port number on UDP, on TCP or on both. */
record BoundPort(@Nullable DatagramChannel udp, @Nullable ServerSocketChannel tcp) {

  /** Any free port is one that both have free; so many are tried. */
  private static final int TRIES = 32;

  private static final Logger LOG = LoggerFactory.getLogger(BoundPort.class);

  /**
   * Binds what the carriers need. On the event loop.
   *
   * @param address port 0 takes one that is free on both
   * @throws PortInUseException if the port is taken
   * @throws IOException if the address cannot be bound for another reason
   */
  static BoundPort bind(EventLoop loop, InetSocketAddress address, Set<CarrierKind> carriers)
      throws IOException {
    if (!carriers.contains(CarrierKind.TCP)) {
      return new BoundPort(UdpSockets.open(loop, address), null);
    }
    if (!carriers.contains(CarrierKind.QUIC)) {
      return new BoundPort(null, TcpSockets.listen(loop, address));
    }
    for (int tries = address.getPort() == 0 ? TRIES : 1; tries > 1; tries--) {
      try {
        return both(loop, address);
      } catch (PortInUseException e) {
        LOG.debug("UDP had a port free that TCP had not: {}", e.getMessage());
      }
    }
    return both(loop, address);
  }

  int port() {
    if (udp != null) {
      return udp.localAddress().getPort();
    }
    return tcp == null ? 0 : tcp.localAddress().getPort();
  }

  private static BoundPort both(EventLoop loop, InetSocketAddress address) throws IOException {
    DatagramChannel udp = UdpSockets.open(loop, address);
    try {
      int port = udp.localAddress().getPort();
      return new BoundPort(
          udp, TcpSockets.listen(loop, new InetSocketAddress(address.getAddress(), port)));
    } catch (IOException e) {
      var _ = udp.close();
      throw e;
    }
  }
}
