package org.lagroups.multicast.runtime.input;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.NetworkInterfaces;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.end.TsPackets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears MPEG-TS by UDP, sent to this machine or a multicast group. It never ends by itself. */
final class UdpReading implements Reading {

  private static final Logger LOG = LoggerFactory.getLogger(UdpReading.class);

  /** What the system is to keep while this program is held up; it may allow less. */
  private static final int RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

  /** The longest datagram. */
  private static final int DATAGRAM_BYTES = 65_535;

  private final InputAddress.Udp address;
  private final DatagramChannel channel;

  private UdpReading(InputAddress.Udp address, DatagramChannel channel) {
    this.address = address;
    this.channel = channel;
  }

  /** Begins to hear. */
  static UdpReading open(InputAddress.Udp address) throws IOException {
    InetSocketAddress place = place(address);
    DatagramChannel channel = open(place.getAddress());
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
      if (place.getAddress().isMulticastAddress()) {
        hearGroup(channel, place, address.networkInterface());
      } else {
        channel.bind(place);
      }
      return new UdpReading(address, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The port in use. */
  int port() throws IOException {
    return channel.getLocalAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
  }

  @Override
  public InputEvent run(Handover handover) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(DATAGRAM_BYTES);
    try {
      boolean isWanted = true;
      while (isWanted) {
        SocketAddress from = channel.receive(buffer.clear());
        if (TsPackets.areWhole(buffer.array(), buffer.position())) {
          isWanted = handover.putDroppingOldest(Bytes.copyOf(buffer.array(), 0, buffer.position()));
        } else {
          handover.leaveOut(foreign(from, buffer.position()));
        }
      }
    } catch (ClosedChannelException e) {
      LOG.atDebug().log("an input by UDP was closed");
    }
    return new InputEvent.Ended();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a socket did not close");
    }
  }

  @Override
  public InputEvent.Failed failure(IOException e) {
    return new InputEvent.Failed(Inputs.unreadable(address.toString(), e));
  }

  private static InetSocketAddress place(InputAddress.Udp address) throws IOException {
    String host = address.place().host();
    int port = address.place().port();
    return host.isEmpty()
        ? new InetSocketAddress(port)
        : new InetSocketAddress(InetAddress.getByName(host), port);
  }

  /** On all addresses it hears both kinds, where the system lets it. */
  private static DatagramChannel open(InetAddress ip) throws IOException {
    if (ip.isAnyLocalAddress()) {
      return DatagramChannel.open();
    }
    return DatagramChannel.open(
        ip instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
  }

  /**
   * Bound to the group, so that nothing else comes that is sent to the port; where the system does
   * not know that, to all addresses.
   */
  private static void hearGroup(
      DatagramChannel channel, InetSocketAddress place, String interfaceName) throws IOException {
    NetworkInterface by = NetworkInterfaces.forMulticast(interfaceName);
    channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    try {
      channel.bind(place);
    } catch (BindException e) {
      channel.bind(new InetSocketAddress(place.getPort()));
    }
    channel.join(place.getAddress(), by);
  }

  private InputEvent.Foreign foreign(SocketAddress from, int length) {
    return new InputEvent.Foreign(
        new StreamProblem(
            "%s: a datagram of %d bytes from %s is not MPEG-TS, and is left out"
                .formatted(address, length, from),
            "send MPEG-TS, as: ffmpeg … -f mpegts " + address));
  }
}
