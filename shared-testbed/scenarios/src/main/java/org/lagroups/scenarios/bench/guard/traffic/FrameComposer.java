package org.lagroups.scenarios.bench.guard.traffic;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.lagroups.machine.Bytes;

/**
 * Puts Ethernet, VLAN, IP and transport headers with right checksums around payloads. A packet that
 * is larger than {@value #MTU} bytes, or is wanted so, goes in fragments. Used by one thread.
 */
final class FrameComposer {

  /** The largest IP packet of a frame. */
  static final int MTU = 1_500;

  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int PSH = 8;
  static final int ACK = 16;

  /** The longest payload of a datagram. */
  static final int LONGEST = 8_000;

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int FRAGMENT = 44;
  private static final int ETHERNET_BYTES = 14;
  private static final int TCP_BYTES = 32;
  private static final int UDP_BYTES = 8;
  private static final int TTL = 64;
  private static final byte[] STATIONS = {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1};
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final FrameSink sink;
  private final CaptureTally tally;

  /** The transport header and the payload. */
  private final byte[] inside = new byte[LONGEST + 64];

  private final byte[] frame = new byte[MTU + 64];
  private int identification;

  FrameComposer(FrameSink sink, CaptureTally tally) {
    this.sink = sink;
    this.tally = tally;
  }

  /** Where a TCP segment's payload is to be put, before {@link #tcp} is called. */
  static int tcpPayloadAt() {
    return TCP_BYTES;
  }

  /** Where a datagram's payload is to be put, before {@link #udp} or {@link #ping} is called. */
  static int datagramPayloadAt() {
    return UDP_BYTES;
  }

  /** What has the payload. */
  byte[] buffer() {
    return inside;
  }

  /** Sends a segment, with the option of time stamps that most have. */
  void tcp(
      Line line, boolean toServer, int flags, int sequence, int ack, int payload, boolean inParts)
      throws IOException {
    put16(inside, 0, toServer ? line.clientPort() : line.serverPort());
    put16(inside, 2, toServer ? line.serverPort() : line.clientPort());
    put32(inside, 4, sequence);
    put32(inside, 8, (flags & ACK) == 0 ? 0 : ack);
    put16(inside, 12, (TCP_BYTES / 4) << 12 | flags);
    put16(inside, 14, 0xfaf0);
    put32(inside, 16, 0);
    put32(inside, 20, 0x0101080a);
    put32(inside, 24, sequence ^ 0x5bd1e995);
    put32(inside, 28, (flags & ACK) == 0 ? 0 : ack);
    tally.packet(true, payload);
    send(line, toServer, TCP, 16, TCP_BYTES + payload, inParts);
  }

  /** Sends a datagram. */
  void udp(Line line, boolean toServer, int payload) throws IOException {
    put16(inside, 0, toServer ? line.clientPort() : line.serverPort());
    put16(inside, 2, toServer ? line.serverPort() : line.clientPort());
    put16(inside, 4, UDP_BYTES + payload);
    put16(inside, 6, 0);
    tally.packet(false, payload);
    send(line, toServer, UDP, 6, UDP_BYTES + payload, false);
  }

  /** Sends an echo request, or its answer. */
  void ping(Line line, boolean toServer, int sequence, int payload) throws IOException {
    boolean six = line.isIpv6();
    int request = six ? 128 : 8;
    int answer = six ? 129 : 0;
    put16(inside, 0, (toServer ? request : answer) << 8);
    put16(inside, 2, 0);
    put16(inside, 4, line.clientPort());
    put16(inside, 6, sequence);
    tally.packet(false, payload);
    send(line, toServer, six ? ICMPV6 : ICMP, 2, UDP_BYTES + payload, false);
  }

  private void send(
      Line line, boolean toServer, int protocol, int checksumAt, int length, boolean inParts)
      throws IOException {
    Bytes from = toServer ? line.client() : line.server();
    Bytes to = toServer ? line.server() : line.client();
    long pseudo = protocol == ICMP ? 0 : sum(from) + sum(to) + protocol + length;
    int checksum = ~folded(pseudo + sum(inside, 0, length)) & 0xffff;
    put16(inside, checksumAt, checksum == 0 && protocol == UDP ? 0xffff : checksum);
    identification++;
    int header = line.isIpv6() ? 40 : 20;
    if (length + header <= MTU && !inParts) {
      emit(line, from, to, protocol, 0, length, -1);
      return;
    }
    int most = inParts ? length / 2 & ~7 : MTU - header - 8 & ~7;
    for (int at = 0; at < length; at += most) {
      int piece = Math.min(most, length - at);
      emit(line, from, to, protocol, at, piece, at + piece < length ? 1 : 0);
      tally.fragments++;
    }
  }

  /**
   * Sends one frame.
   *
   * @param more whether more fragments follow: 1 or 0; -1 if this is no fragment
   */
  private void emit(Line line, Bytes from, Bytes to, int protocol, int at, int length, int more)
      throws IOException {
    System.arraycopy(STATIONS, 0, frame, 0, STATIONS.length);
    int type = ETHERNET_BYTES - 2;
    if (line.vlan() != 0) {
      put16(frame, type, 0x8100);
      put16(frame, type + 2, line.vlan());
      type += 4;
      tally.vlan++;
    }
    put16(frame, type, line.isIpv6() ? 0x86dd : 0x0800);
    int network = type + 2;
    int behind =
        line.isIpv6()
            ? ipv6(network, from, to, protocol, at, length, more)
            : ipv4(network, from, to, protocol, at, length, more);
    System.arraycopy(inside, at, frame, behind, length);
    tally.frames++;
    tally.bytes += behind + length;
    sink.frame(frame, behind + length);
  }

  private int ipv4(int network, Bytes from, Bytes to, int protocol, int at, int length, int more) {
    put16(frame, network, 0x4500);
    put16(frame, network + 2, 20 + length);
    put16(frame, network + 4, identification);
    put16(frame, network + 6, more < 0 ? 0x4000 : at >>> 3 | more << 13);
    put16(frame, network + 8, TTL << 8 | protocol);
    put16(frame, network + 10, 0);
    from.copyTo(frame, network + 12);
    to.copyTo(frame, network + 16);
    put16(frame, network + 10, ~folded(sum(frame, network, 20)));
    return network + 20;
  }

  private int ipv6(int network, Bytes from, Bytes to, int protocol, int at, int length, int more) {
    boolean isFragment = more >= 0;
    put32(frame, network, 0x6000_0000);
    put16(frame, network + 4, length + (isFragment ? 8 : 0));
    put16(frame, network + 6, (isFragment ? FRAGMENT : protocol) << 8 | TTL);
    from.copyTo(frame, network + 8);
    to.copyTo(frame, network + 24);
    tally.ipv6++;
    if (!isFragment) {
      return network + 40;
    }
    put16(frame, network + 40, protocol << 8);
    put16(frame, network + 42, at | more);
    put32(frame, network + 44, identification);
    return network + 48;
  }

  private static long sum(Bytes bytes) {
    byte[] array = bytes.toArray();
    return sum(array, 0, array.length);
  }

  private static long sum(byte[] bytes, int from, int length) {
    long sum = 0;
    int end = from + length;
    int at = from;
    for (; at + 4 <= end; at += 4) {
      sum += Integer.toUnsignedLong((int) INT.get(bytes, at));
    }
    for (int shift = 24; at < end; at++, shift -= 8) {
      sum += (long) (bytes[at] & 0xff) << shift;
    }
    return sum;
  }

  private static int folded(long sum) {
    long rest = sum;
    while (rest >>> 16 != 0) {
      rest = (rest & 0xffff) + (rest >>> 16);
    }
    return (int) rest;
  }

  private static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >>> 8);
    bytes[at + 1] = (byte) value;
  }

  private static void put32(byte[] bytes, int at, int value) {
    INT.set(bytes, at, value);
  }
}
