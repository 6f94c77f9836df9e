package org.lagroups.node.transport.dual;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A TCP path to an accepting node, at a port of its own, which a test can break. */
final class TcpRelay extends ChannelInboundHandlerAdapter implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = loops.next();
  private final InetSocketAddress target;
  private final NioServerSocketChannel listener = new NioServerSocketChannel();
  private final List<Channel> connections = new ArrayList<>();
  private volatile boolean isStalled;

  TcpRelay(TestNode accepting, int port) {
    target = new InetSocketAddress(LOOPBACK, accepting.port());
    listener.pipeline().addLast(this);
    loop.register(listener).syncUninterruptibly();
    listener.bind(new InetSocketAddress(LOOPBACK, port)).syncUninterruptibly();
  }

  /** Ends all connections as the system does for a process that dies. */
  void reset() {
    loop.submit(this::closeAll).syncUninterruptibly();
  }

  /** Nobody listens any more. */
  void refuse() {
    listener.close().syncUninterruptibly();
  }

  /** From now on nothing passes, and nobody is told. */
  void stall() {
    isStalled = true;
    loop.submit(() -> connections.forEach(channel -> channel.config().setAutoRead(false)))
        .syncUninterruptibly();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    SocketChannel from = (SocketChannel) message;
    SocketChannel to = new NioSocketChannel();
    join(from, to);
    join(to, from);
    var _ = loop.register(to);
    var _ =
        to.connect(target)
            .addListener(connected -> {
              var _ = loop.register(from);
            });
  }

  @Override
  public void close() {
    refuse();
    reset();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void closeAll() {
    for (Channel connection : connections) {
      var _ = connection.close();
    }
    connections.clear();
  }

  private void join(SocketChannel from, SocketChannel to) {
    connections.add(from);
    from.config().setOption(ChannelOption.SO_LINGER, 0);
    from.config().setAutoRead(!isStalled);
    from.pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext ctx, Object message) {
                if (isStalled) {
                  ReferenceCountUtil.release(message);
                } else {
                  var _ = to.writeAndFlush(message);
                }
              }

              @Override
              public void channelInactive(ChannelHandlerContext ctx) {
                var _ = to.close();
              }

              @Override
              public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                var _ = ctx.close();
              }
            });
  }
}
