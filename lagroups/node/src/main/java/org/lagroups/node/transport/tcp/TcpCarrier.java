package org.lagroups.node.transport.tcp;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.auth.CertificateSource;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.LinkSetup;
import org.lagroups.node.transport.link.PendingDial;

/** TLS over TCP: one listening socket, and a socket for each connection. */
public final class TcpCarrier implements Carrier {

  private final EventLoop loop;
  private final ServerSocketChannel listener;
  private final TcpTls tls;
  private final @Nullable InetAddress local;
  private @Nullable LinkSetup shared;

  /**
   * A carrier that does nothing yet.
   *
   * @param listener bound, from {@link TcpSockets}; the carrier closes it
   * @param certificates what it shows to peers
   * @param provider the TLS library
   */
  public TcpCarrier(
      EventLoop loop,
      ServerSocketChannel listener,
      CertificateSource certificates,
      SslProvider provider,
      TransportTiming timing) {
    this.loop = loop;
    this.listener = listener;
    this.tls = new TcpTls(certificates, provider, timing);
    InetAddress bound = listener.localAddress().getAddress();
    this.local = bound.isAnyLocalAddress() ? null : bound;
  }

  /** Begins to accept. On the event loop, in the turn in which the socket was bound. */
  public void start(LinkSetup setup) {
    shared = setup;
    listener.pipeline().addLast(new TcpAcceptor(loop, tls, setup));
  }

  @Override
  public Attempt dial(InetSocketAddress address, NodeId expected, Outcome outcome) {
    LinkSetup setup = shared;
    if (setup == null) {
      throw new IllegalStateException("this carrier was not started");
    }
    DialledConnection connection =
        new DialledConnection(setup, address, new PendingDial(expected, outcome));
    loop.execute(() -> connect(connection));
    return connection;
  }

  /** Accepts no more. */
  public void close() {
    var _ = listener.close();
  }

  private void connect(DialledConnection connection) {
    if (connection.isCancelled()) {
      return;
    }
    SocketChannel socket = TcpSockets.newSocket(loop, connection.setup.settings().timing());
    socket
        .pipeline()
        .addLast(new TcpMeter(connection.setup.tally()))
        .addLast(tls.newDiallingHandler(socket.alloc()))
        .addLast(connection);
    var _ = loop.register(socket);
    InetSocketAddress from = local == null ? null : new InetSocketAddress(local, 0);
    var _ =
        socket
            .connect(connection.remote, from)
            .addListener(connected -> {
              if (connected.cause() != null) {
                connection.onFailure(connected.cause());
                var _ = socket.close();
              }
            });
  }
}
