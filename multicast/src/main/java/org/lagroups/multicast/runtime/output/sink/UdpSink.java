package org.lagroups.multicast.runtime.output.sink;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.NetworkInterfaces;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends MPEG-TS as players want it: 7 TS packets a datagram, evenly. */
final class UdpSink implements Sink {

  /** 7 TS packets, as many as fit into an Ethernet frame. */
  static final int DATAGRAM_BYTES = 7 * 188;

  private static final Logger LOG = LoggerFactory.getLogger(UdpSink.class);

  /** After so long in which no datagram got away it fails; short troubles of a network pass. */
  private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final OutputAddress.Udp address;
  private final InetSocketAddress target;
  private final DatagramChannel channel;
  private final ArrivalPace pace;
  private final ByteBuffer datagram = ByteBuffer.allocate(DATAGRAM_BYTES);
  private long lastGood = System.nanoTime();

  private UdpSink(
      OutputAddress.Udp address,
      InetSocketAddress target,
      DatagramChannel channel,
      ArrivalPace pace) {
    this.address = address;
    this.target = target;
    this.channel = channel;
    this.pace = pace;
  }

  static UdpSink open(OutputAddress.Udp address, ArrivalPace pace) throws IOException {
    InetAddress ip = InetAddress.getByName(address.place().host());
    DatagramChannel channel =
        DatagramChannel.open(
            ip instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6);
    try {
      if (ip.isMulticastAddress()) {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, address.ttl());
        channel.setOption(
            StandardSocketOptions.IP_MULTICAST_IF,
            NetworkInterfaces.forMulticast(address.networkInterface()));
      }
      InetSocketAddress target = new InetSocketAddress(ip, address.place().port());
      return new UdpSink(address, target, channel, pace);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void write(Bytes payload, long waitingBytes) throws IOException {
    ByteBuffer rest = payload.asReadOnlyBuffer();
    while (rest.hasRemaining()) {
      int taken = Math.min(rest.remaining(), datagram.remaining());
      datagram.put(rest.slice(rest.position(), taken));
      rest.position(rest.position() + taken);
      if (!datagram.hasRemaining()) {
        send(waitingBytes + rest.remaining());
      }
    }
  }

  @Override
  public void idle() throws IOException {
    if (datagram.position() > 0) {
      send(0);
    }
  }

  @Override
  public void finish() throws IOException {
    idle();
  }

  @Override
  public OutputEvent.Last failure(IOException e) {
    return new OutputEvent.Failed(
        OutputProblems.unreachable(
            address.toString(), e, "see that there is a way to it, then receive again"));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a socket did not close");
    }
  }

  private void send(long behind) throws IOException {
    datagram.flip();
    int length = datagram.remaining();
    long at = pace.next(length, length + behind, System.nanoTime());
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    try {
      channel.send(datagram, target);
      lastGood = System.nanoTime();
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      if (System.nanoTime() - lastGood > GIVE_UP_NANOS) {
        throw e;
      }
      LOG.atDebug().setCause(e).log("a datagram did not get away");
    }
    datagram.clear();
  }
}
