package org.lagroups.node.transport.tcp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.transport.auth.HandshakeGate;
import org.lagroups.node.transport.link.LinkSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes incoming connections. TCP itself has shown that the source receives what is sent to it;
 * past the limits of the {@link HandshakeGate} connections are closed before a byte is read.
 */
final class TcpAcceptor extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(TcpAcceptor.class);

  /** After a failure, such as too many open files. */
  private static final long PAUSE_MILLIS = 1_000;

  private final EventLoop loop;
  private final TcpTls tls;
  private final LinkSetup setup;
  private final HandshakeGate gate;

  TcpAcceptor(EventLoop loop, TcpTls tls, LinkSetup setup) {
    this.loop = loop;
    this.tls = tls;
    this.setup = setup;
    this.gate = new HandshakeGate(setup.settings().limits());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    SocketChannel socket = (SocketChannel) message;
    InetSocketAddress remote = socket.remoteAddress();
    if (remote == null || gate.isFull(remote.getAddress())) {
      socket.unsafe().closeForcibly();
      return;
    }
    TcpSockets.configure(socket, setup.settings().timing());
    socket
        .pipeline()
        .addLast(new TcpMeter(setup.tally()))
        .addLast(tls.newAcceptingHandler(socket.alloc()))
        .addLast(new AcceptedConnection(setup, remote, gate));
    var _ = loop.register(socket);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.warn("No connections are accepted for {} ms: {}", PAUSE_MILLIS, cause.getMessage());
    Channel listener = ctx.channel();
    listener.config().setAutoRead(false);
    var _ =
        loop.schedule(
            () -> listener.config().setAutoRead(true), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
