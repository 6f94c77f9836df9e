package org.lagroups.scenarios.bench.session;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.transport.EventLoops;

/** An event loop for each of two sides. */
final class Loops implements AutoCloseable {

  private final EventLoopGroup group = EventLoops.newGroup(2, "bench-session");
  private final EventLoop sender = group.next();
  private final EventLoop receiver = group.next();

  EventLoop sender() {
    return sender;
  }

  EventLoop receiver() {
    return receiver;
  }

  /** Any free port. */
  static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
