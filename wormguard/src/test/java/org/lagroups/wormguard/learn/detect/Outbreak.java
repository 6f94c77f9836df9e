package org.lagroups.wormguard.learn.detect;

import static org.lagroups.wormguard.testing.PacketBytes.TCP;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV4;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV6;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.ethernet;
import static org.lagroups.wormguard.testing.PacketBytes.fragment6;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4Fragment;
import static org.lagroups.wormguard.testing.PacketBytes.ipv6;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.tcp;
import static org.lagroups.wormguard.testing.PacketBytes.udp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.packet.TcpHeader;

/**
 * Packets with the same inert bytes among random ones, each from another host to another.
 *
 * @param isV4 whether by IPv4 or IPv6
 * @param protocol TCP, from the middle of a flow, or UDP
 * @param port where to; 0 for any, from port 4000
 * @param isFragmented whether packets are sent in pieces of 400 bytes
 * @param invariant what all have
 * @param mostPadding how many random bytes come before that, at most, and behind it
 * @param network a number that its hosts have in their addresses: 0–255
 */
public record Outbreak(
    boolean isV4,
    int protocol,
    int port,
    boolean isFragmented,
    Bytes invariant,
    int mostPadding,
    int network) {

  private static final int PIECE = 400;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int FRAGMENT_HEADER = 44;
  private static final int SOURCE_PORT = 4_000;

  /** One of inert bytes, of any kind. */
  public static Outbreak random(RandomGenerator random, int invariantBytes, int network) {
    byte[] invariant = new byte[invariantBytes];
    random.nextBytes(invariant);
    return new Outbreak(
        random.nextBoolean(),
        random.nextBoolean() ? TCP : UDP,
        random.nextInt(1, 1_024),
        random.nextBoolean(),
        Bytes.wrapOwned(invariant),
        random.nextInt(600),
        network);
  }

  /** UDP to a port over IPv4, with random bytes around the invariant ones. */
  public static Outbreak plain(byte[] invariant) {
    return new Outbreak(true, UDP, 1_434, false, Bytes.copyOf(invariant), 300, 1);
  }

  /** The frames of one packet. */
  public List<byte[]> frames(int from, int to, RandomGenerator random) {
    return frames(from, to, join(padding(random), invariant.toArray(), padding(random)), random);
  }

  /** The frames of a packet with another payload. */
  public List<byte[]> frames(int from, int to, byte[] payload, RandomGenerator random) {
    int sourcePort = port == 0 ? SOURCE_PORT : random.nextInt(1_024, 65_536);
    int destinationPort = port == 0 ? random.nextInt(1, 65_536) : port;
    byte[] inside =
        protocol == TCP
            ? tcp(sourcePort, destinationPort, random.nextInt(), 1, TcpHeader.ACK, payload)
            : udp(sourcePort, destinationPort, payload);
    byte[] whole =
        isV4
            ? ipv4(source(from), destination(to), protocol, inside)
            : ipv6(source(from), destination(to), protocol, inside);
    if (!isFragmented) {
      return List.of(ethernet(isV4 ? TYPE_IPV4 : TYPE_IPV6, whole));
    }
    byte[] data = Arrays.copyOfRange(whole, isV4 ? IPV4_HEADER : IPV6_HEADER, whole.length);
    List<byte[]> pieces = new ArrayList<>();
    int id = random.nextInt(65_536);
    for (int at = 0; at < data.length; at += PIECE) {
      byte[] piece = Arrays.copyOfRange(data, at, Math.min(at + PIECE, data.length));
      boolean more = at + PIECE < data.length;
      pieces.add(fragment(from, to, id, at, more, piece));
    }
    return pieces;
  }

  private byte[] fragment(int from, int to, int id, int at, boolean more, byte[] piece) {
    return isV4
        ? ethernet(
            TYPE_IPV4, ipv4Fragment(source(from), destination(to), protocol, id, at, more, piece))
        : ethernet(
            TYPE_IPV6,
            ipv6(
                source(from),
                destination(to),
                FRAGMENT_HEADER,
                fragment6(protocol, id, at, more, piece)));
  }

  private String source(int host) {
    return isV4
        ? "10.%d.%d.%d".formatted(network, host / 250, 1 + host % 250)
        : "2001:db8:%x::%x".formatted(network, 1 + host);
  }

  private String destination(int host) {
    return isV4
        ? "172.16.%d.%d".formatted(host / 250, 1 + host % 250)
        : "2001:db8:ffff::%x".formatted(1 + host);
  }

  private byte[] padding(RandomGenerator random) {
    byte[] bytes = new byte[random.nextInt(mostPadding + 1)];
    random.nextBytes(bytes);
    return bytes;
  }
}
