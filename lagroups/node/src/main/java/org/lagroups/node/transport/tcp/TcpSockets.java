package org.lagroups.node.transport.tcp;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.lagroups.node.transport.Binding;
import org.lagroups.node.transport.EventLoops;
import org.lagroups.node.transport.TransportTiming;

/** TCP sockets: of epoll where there is epoll. */
public final class TcpSockets {

  /**
   * What waits in this process, and again in the system, before a lane has to wait: enough to keep
   * a fast path busy, little enough that ordered messages soon pass bulk ones.
   */
  private static final int UNSENT_BYTES = 256 * 1024;

  private static final int FIRST_READ_BYTES = 16 * 1024;
  private static final int LONGEST_READ_BYTES = 256 * 1024;

  /** An idle connection is probed so seldom that it costs nearly nothing. */
  private static final int PROBE_AFTER_SECONDS = 120;

  private static final int PROBE_EVERY_SECONDS = 10;
  private static final int PROBES = 3;

  private TcpSockets() {}

  /**
   * A listening socket with nothing in its pipeline. On the event loop.
   *
   * @throws org.lagroups.node.transport.PortInUseException if the port is taken
   * @throws IOException if the address cannot be bound for another reason
   */
  public static ServerSocketChannel listen(EventLoop loop, InetSocketAddress address)
      throws IOException {
    ServerSocketChannel socket =
        EventLoops.isEpoll(loop) ? new EpollServerSocketChannel() : new NioServerSocketChannel();
    Binding.bind(loop, socket, address, "TCP");
    return socket;
  }

  /** A socket to connect with, not registered. */
  static SocketChannel newSocket(EventLoop loop, TransportTiming timing) {
    SocketChannel socket =
        EventLoops.isEpoll(loop) ? new EpollSocketChannel() : new NioSocketChannel();
    configure(socket, timing);
    return socket;
  }

  /** Settings of every connection, whoever opened it. */
  static void configure(SocketChannel socket, TransportTiming timing) {
    socket
        .config()
        .setTcpNoDelay(true)
        .setKeepAlive(true)
        .setWriteBufferWaterMark(new WriteBufferWaterMark(UNSENT_BYTES / 2, UNSENT_BYTES))
        .setRecvByteBufAllocator(
            new AdaptiveRecvByteBufAllocator(
                FIRST_READ_BYTES, FIRST_READ_BYTES, LONGEST_READ_BYTES))
        .setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timing.dialMillis());
    if (socket instanceof EpollSocketChannel) {
      socket.config().setOption(EpollChannelOption.TCP_KEEPIDLE, PROBE_AFTER_SECONDS);
      socket.config().setOption(EpollChannelOption.TCP_KEEPINTVL, PROBE_EVERY_SECONDS);
      socket.config().setOption(EpollChannelOption.TCP_KEEPCNT, PROBES);
      socket.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, (long) UNSENT_BYTES);
      socket.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, userTimeout(timing));
    }
  }

  /** How long sent bytes may go without an acknowledgement before the connection is broken. */
  private static int userTimeout(TransportTiming timing) {
    return (int) Math.min(Integer.MAX_VALUE, timing.idleMillis() / 3);
  }
}
