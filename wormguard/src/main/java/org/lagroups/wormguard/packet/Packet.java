package org.lagroups.wormguard.packet;

import java.lang.foreign.MemorySegment;

/**
 * One captured packet, as a view on the memory it lies in.
 *
 * <p>Used again and again: {@link PacketDecoder} fills it, and everything it says holds until the
 * next decoding, as long as the memory lives. Offsets are absolute within {@link #frame()}, and -1
 * for what is not there.
 */
public final class Packet {

  /** The most VLAN tags that are followed. */
  public static final int MAX_VLANS = 3;

  private static final int VLAN_BITS = 12;

  MemorySegment frame = MemorySegment.NULL;
  long frameOffset;
  int captured;
  int wire;
  LinkType link = LinkType.OTHER;
  long nanos;
  int layer;
  boolean reassembled;

  final Carriers carriers = new Carriers();

  private final int[] vlans = new int[MAX_VLANS];
  int vlanCount;

  int ipVersion;
  long networkOffset;
  long networkEnd;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int protocol;
  long fragmentHeader;
  long fragmentHeaderLink;
  boolean cut;
  boolean routed;

  long transportOffset;
  long payloadOffset;
  int payloadLength;
  int sourcePort;
  int destinationPort;

  Tunnel tunnel = Tunnel.NONE;
  long tunnelOffset;
  long tunnelEnd;

  private final IpHeader ip = new IpHeader(this);
  private final TcpHeader tcp = new TcpHeader();
  private final IcmpHeader icmp = new IcmpHeader(this);

  /** A packet that holds nothing yet. */
  public Packet() {
    clearLayer();
  }

  /** The memory that the frame lies in, which may be a whole file. */
  public MemorySegment frame() {
    return frame;
  }

  /** Where the frame begins. */
  public long frameOffset() {
    return frameOffset;
  }

  /** How many bytes of the frame were captured. */
  public int capturedLength() {
    return captured;
  }

  /** How many bytes it had on the wire. */
  public int wireLength() {
    return wire;
  }

  /** When it was captured, in nanoseconds since 1970. */
  public long nanos() {
    return nanos;
  }

  /** What the frame begins with. */
  public LinkType link() {
    return link;
  }

  /** 0 for the packet of the frame itself, 1 for what it carries, and so on. */
  public int layer() {
    return layer;
  }

  /** Whether this was put together from fragments; {@link #frame()} is then memory of its own. */
  public boolean isReassembled() {
    return reassembled;
  }

  /** The packets that carry this one. */
  public Carriers carriers() {
    return carriers;
  }

  /** The number of VLAN tags, up to {@link #MAX_VLANS}. */
  public int vlanCount() {
    return vlanCount;
  }

  /** The VLAN of a tag, 0–4095; 0 is the outermost tag. */
  public int vlan(int index) {
    return vlans[index];
  }

  /** All tags as one number of 38 bits, which other tags do not have. */
  public long vlans() {
    long all = vlanCount;
    for (int i = 0; i < vlanCount; i++) {
      all = all << VLAN_BITS | vlans[i];
    }
    return all;
  }

  /** 4, 6, or 0 if there is no sound IP header. */
  public int ipVersion() {
    return ipVersion;
  }

  /** Where the IP header begins. */
  public long networkOffset() {
    return networkOffset;
  }

  /** Where the IP packet ends, as far as it was captured. */
  public long networkEnd() {
    return networkEnd;
  }

  /** The first half of the source's address; 0 for IPv4. */
  public long sourceHigh() {
    return sourceHigh;
  }

  /** The second half of the source's address; IPv4 addresses are mapped, as in ::ffff:192.0.2.1. */
  public long sourceLow() {
    return sourceLow;
  }

  /** The first half of the destination's address; 0 for IPv4. */
  public long destinationHigh() {
    return destinationHigh;
  }

  /** The second half of the destination's address, mapped as {@link #sourceLow()} is. */
  public long destinationLow() {
    return destinationLow;
  }

  /** The number of what IP carries, behind all extension headers of IPv6; -1 without IP. */
  public int protocol() {
    return protocol;
  }

  /** Where what IP carries begins, if it is a header that is sound or of no kind that is read. */
  public long transportOffset() {
    return transportOffset;
  }

  /** Whether there is a sound TCP header. */
  public boolean isTcp() {
    return protocol == IpProtocol.TCP && transportOffset >= 0;
  }

  /** Whether there is a sound UDP header. */
  public boolean isUdp() {
    return protocol == IpProtocol.UDP && transportOffset >= 0;
  }

  /** Whether there is a sound header of ICMP, of either version. */
  public boolean isIcmp() {
    return (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) && transportOffset >= 0;
  }

  /** Where the payload begins. */
  public long payloadOffset() {
    return payloadOffset;
  }

  /** The bytes of payload that there are. */
  public int payloadLength() {
    return payloadLength;
  }

  /** The source's port of TCP, UDP or SCTP; 0 without. */
  public int sourcePort() {
    return sourcePort;
  }

  /** The destination's port of TCP, UDP or SCTP; 0 without. */
  public int destinationPort() {
    return destinationPort;
  }

  /** How this carries another packet, to which {@link PacketDecoder#decodeInner} goes on. */
  public Tunnel tunnel() {
    return tunnel;
  }

  /** The fields of the IP header; only if {@link #ipVersion()} is not 0. */
  public IpHeader ip() {
    return ip;
  }

  /** The fields of the TCP header; only if {@link #isTcp()}. */
  public TcpHeader tcp() {
    return tcp;
  }

  /** The fields of the ICMP header; only if {@link #isIcmp()}. */
  public IcmpHeader icmp() {
    return icmp;
  }

  /** Forgets everything of the packet before, except where the frame lies. */
  void clearLayer() {
    vlanCount = 0;
    ipVersion = 0;
    networkOffset = -1;
    networkEnd = -1;
    sourceHigh = 0;
    sourceLow = 0;
    destinationHigh = 0;
    destinationLow = 0;
    protocol = -1;
    fragmentHeader = -1;
    fragmentHeaderLink = -1;
    cut = false;
    routed = false;
    transportOffset = -1;
    payloadOffset = -1;
    payloadLength = 0;
    sourcePort = 0;
    destinationPort = 0;
    tunnel = Tunnel.NONE;
  }

  /** Notes a VLAN, if it is not one too many. */
  boolean addVlan(int vlan) {
    if (vlanCount == MAX_VLANS) {
      return false;
    }
    vlans[vlanCount++] = vlan;
    return true;
  }

  void setPayload(long from, long to) {
    payloadOffset = from;
    payloadLength = (int) (to - from);
  }

  void setTunnel(Tunnel kind, long from, long to) {
    tunnel = kind;
    tunnelOffset = from;
    tunnelEnd = to;
  }
}
