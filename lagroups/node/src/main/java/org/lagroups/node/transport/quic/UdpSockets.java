package org.lagroups.node.transport.quic;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.EpollQuicUtils;
import io.netty.handler.codec.quic.SegmentedDatagramPacketAllocator;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.lagroups.node.transport.PortInUseException;

/** UDP sockets: many datagrams a system call where the platform can, one elsewhere. */
final class UdpSockets {

  /** The longest datagram that is received whole: that of an Ethernet frame. */
  static final int MAX_DATAGRAM_BYTES = 1_500;

  /** Datagrams received in one system call. */
  private static final int RECEIVE_BATCH = 64;

  /** Datagrams sent in one system call as segments of one. */
  private static final int SEND_SEGMENTS = 10;

  /** Wished for; the system may grant less. */
  private static final int SOCKET_BUFFER_BYTES = 4 << 20;

  private UdpSockets() {}

  /** A socket fit for {@code loop}, with nothing in its pipeline, not bound. */
  static DatagramChannel newSocket(EventLoop loop) {
    DatagramChannel socket = isEpoll(loop) ? newEpollSocket() : newNioSocket();
    socket.config().setOption(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_BYTES);
    socket.config().setOption(ChannelOption.SO_SNDBUF, SOCKET_BUFFER_BYTES);
    return socket;
  }

  static SegmentedDatagramPacketAllocator segmentsFor(DatagramChannel socket) {
    return socket instanceof EpollDatagramChannel
        ? EpollQuicUtils.newSegmentedAllocator(SEND_SEGMENTS)
        : SegmentedDatagramPacketAllocator.NONE;
  }

  /** Registers and binds at once, on the event loop. */
  static void bind(EventLoop loop, DatagramChannel socket, InetSocketAddress address)
      throws IOException {
    throwIfFailed(loop.register(socket), address);
    ChannelFuture bound = socket.bind(address);
    if (bound.cause() != null) {
      var _ = socket.close();
    }
    throwIfFailed(bound, address);
  }

  private static boolean isEpoll(EventLoop loop) {
    return loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class);
  }

  private static DatagramChannel newEpollSocket() {
    EpollDatagramChannel socket = new EpollDatagramChannel();
    socket.config().setOption(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, MAX_DATAGRAM_BYTES);
    socket
        .config()
        .setRecvByteBufAllocator(new FixedRecvByteBufAllocator(MAX_DATAGRAM_BYTES * RECEIVE_BATCH));
    return socket;
  }

  private static DatagramChannel newNioSocket() {
    NioDatagramChannel socket = new NioDatagramChannel();
    socket.config().setRecvByteBufAllocator(new FixedRecvByteBufAllocator(MAX_DATAGRAM_BYTES));
    return socket;
  }

  private static void throwIfFailed(ChannelFuture future, InetSocketAddress address)
      throws IOException {
    Throwable cause = future.cause();
    if (cause == null) {
      return;
    }
    if (isPortInUse(cause)) {
      throw new PortInUseException(address, cause);
    }
    throw new IOException(
        "cannot open UDP port %d on %s: %s. Check that this machine has this address and that the port may be used."
            .formatted(address.getPort(), address.getHostString(), cause.getMessage()),
        cause);
  }

  /** The native transport has no type of its own for it, only the system's message. */
  private static boolean isPortInUse(Throwable cause) {
    String message = cause.getMessage();
    return message != null && message.contains("in use") && cause instanceof IOException;
  }
}
