package org.lagroups.node.transport.dual;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.lagroups.node.transport.PortInUseException;
import org.lagroups.node.transport.quic.UdpSockets;
import org.lagroups.node.transport.tcp.TcpSockets;

/** One port number on UDP and on TCP. */
record BoundPort(DatagramChannel udp, ServerSocketChannel tcp) {

  /** Any free port is one that both have free; so many are tried. */
  private static final int TRIES = 32;

  /**
   * Binds both. On the event loop.
   *
   * @param address port 0 takes one that is free on both
   * @throws PortInUseException if the port is taken
   * @throws IOException if the address cannot be bound for another reason
   */
  static BoundPort bind(EventLoop loop, InetSocketAddress address) throws IOException {
    int tries = address.getPort() == 0 ? TRIES : 1;
    while (true) {
      tries--;
      DatagramChannel udp = UdpSockets.open(loop, address);
      try {
        InetSocketAddress same =
            new InetSocketAddress(address.getAddress(), udp.localAddress().getPort());
        return new BoundPort(udp, TcpSockets.listen(loop, same));
      } catch (PortInUseException e) {
        var _ = udp.close();
        if (tries == 0) {
          throw e;
        }
      } catch (IOException e) {
        var _ = udp.close();
        throw e;
      }
    }
  }

  int port() {
    return udp.localAddress().getPort();
  }
}
