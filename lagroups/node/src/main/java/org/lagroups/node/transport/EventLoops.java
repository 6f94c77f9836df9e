package org.lagroups.node.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

/** Makes the event loops on which transports run. */
public final class EventLoops {

  private EventLoops() {}

  /**
   * A group with {@code loops} event loops: on Linux over epoll, which sends and receives many
   * datagrams in one system call, elsewhere over NIO.
   *
   * @param name what its threads are called
   */
  public static EventLoopGroup newGroup(int loops, String name) {
    IoHandlerFactory io =
        Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    return new MultiThreadIoEventLoopGroup(loops, new DefaultThreadFactory(name, true), io);
  }

  /** Whether the loop's sockets have to be those of epoll. */
  public static boolean isEpoll(EventLoop loop) {
    return loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class);
  }
}
