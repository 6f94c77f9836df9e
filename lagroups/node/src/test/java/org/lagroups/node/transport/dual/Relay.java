package org.lagroups.node.transport.dual;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;

/** A UDP path between one dialling node and one accepting node, which a test can cut. */
final class Relay extends SimpleChannelInboundHandler<DatagramPacket> implements AutoCloseable {

  /** Shorter than any packet of QUIC. */
  private static final int MARK_BYTES = 1;

  /** The first bits of a Retry packet (RFC 9000, section 17.2.5): long header, type 3. */
  private static final int RETRY_BITS = 0xf0;

  private final InetSocketAddress accepting;
  private final Channel channel;
  private final AtomicInteger retries = new AtomicInteger();
  private volatile boolean cut;
  private volatile CompletableFuture<Void> marked = new CompletableFuture<>();
  private @Nullable InetSocketAddress dialling;

  Relay(TestNode accepting) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.accepting = new InetSocketAddress(loopback, accepting.port());
    this.channel = Epoll.isAvailable() ? new EpollDatagramChannel() : new NioDatagramChannel();
    channel.pipeline().addLast(this);
    TestNode.LOOPS.register(channel).syncUninterruptibly();
    channel.bind(new InetSocketAddress(loopback, 0)).syncUninterruptibly();
  }

  NodeAddress address() {
    return new NodeAddress("127.0.0.1", port());
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** From now on nothing passes. */
  void cut() {
    cut = true;
  }

  void mend() {
    cut = false;
  }

  /** How many Retry packets the accepting node has sent. */
  int retries() {
    return retries.get();
  }

  /** Waits until everything that had reached this relay before the call is dealt with. */
  void drain() throws IOException {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    marked = reached;
    try (DatagramSocket marker = new DatagramSocket()) {
      byte[] mark = new byte[MARK_BYTES];
      marker.send(new java.net.DatagramPacket(mark, mark.length, channel.localAddress()));
    }
    reached.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    if (packet.content().readableBytes() == MARK_BYTES) {
      marked.complete(null);
      return;
    }
    InetSocketAddress to = accepting;
    if (packet.sender().equals(accepting)) {
      to = dialling;
      if ((packet.content().getUnsignedByte(0) & RETRY_BITS) == RETRY_BITS) {
        retries.incrementAndGet();
      }
    } else {
      dialling = packet.sender();
    }
    if (!cut && to != null) {
      var _ = ctx.writeAndFlush(new DatagramPacket(packet.content().retain(), to));
    }
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
  }
}
