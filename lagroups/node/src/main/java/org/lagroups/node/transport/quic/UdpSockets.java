package org.lagroups.node.transport.quic;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.EpollQuicUtils;
import io.netty.handler.codec.quic.SegmentedDatagramPacketAllocator;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.lagroups.node.transport.Binding;
import org.lagroups.node.transport.EventLoops;

/** UDP sockets: many datagrams a system call where the platform can, one elsewhere. */
public final class UdpSockets {

  /** The longest datagram that is received whole: that of an Ethernet frame. */
  static final int MAX_DATAGRAM_BYTES = 1_500;

  /** Datagrams received in one system call. */
  private static final int RECEIVE_BATCH = 64;

  /** Datagrams sent in one system call as segments of one. */
  private static final int SEND_SEGMENTS = 10;

  /** Wished for; the system may grant less. */
  private static final int SOCKET_BUFFER_BYTES = 4 << 20;

  private UdpSockets() {}

  /**
   * A bound socket with nothing in its pipeline. On the event loop.
   *
   * @throws org.lagroups.node.transport.PortInUseException if the port is taken
   * @throws IOException if the address cannot be bound for another reason
   */
  public static DatagramChannel open(EventLoop loop, InetSocketAddress address) throws IOException {
    DatagramChannel socket = EventLoops.isEpoll(loop) ? newEpollSocket() : newNioSocket();
    socket.config().setOption(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_BYTES);
    socket.config().setOption(ChannelOption.SO_SNDBUF, SOCKET_BUFFER_BYTES);
    Binding.bind(loop, socket, address, "UDP");
    return socket;
  }

  static SegmentedDatagramPacketAllocator segmentsFor(DatagramChannel socket) {
    return socket instanceof EpollDatagramChannel
        ? EpollQuicUtils.newSegmentedAllocator(SEND_SEGMENTS)
        : SegmentedDatagramPacketAllocator.NONE;
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
}
