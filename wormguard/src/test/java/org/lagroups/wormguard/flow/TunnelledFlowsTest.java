package org.lagroups.wormguard.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.A6;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.B6;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV4;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_VLAN;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.ethernet;
import static org.lagroups.wormguard.testing.PacketBytes.hex;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4Fragment;
import static org.lagroups.wormguard.testing.PacketBytes.ipv6;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.text;
import static org.lagroups.wormguard.testing.PacketBytes.udp;
import static org.lagroups.wormguard.testing.PacketBytes.vlan;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.IpProtocol;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.fragment.PacketUnpacker;
import org.lagroups.wormguard.packet.fragment.ReassemblySettings;

/**
 * Packets inside of tunnels are of flows of their own: whoever sends one may choose any address.
 */
class TunnelledFlowsTest {

  private static final String C4 = "203.0.113.3";
  private static final byte[] PAYLOAD = text("a payload of three times eight bytes");
  private static final byte[] THERE = ipv4(A4, B4, UDP, udp(1_111, 2_222, PAYLOAD));
  private static final byte[] BACK = ipv4(B4, A4, UDP, udp(2_222, 1_111, PAYLOAD));

  private final PacketUnpacker unpacker = new PacketUnpacker(ReassemblySettings.DEFAULT);
  private final FlowTable table =
      new FlowTable(FlowSettings.DEFAULT.withMaxFlows(64), new Random(1), FlowListener.NONE);

  @Test
  void aCarriedPacketIsNotOfTheFlowThatIsNotCarried() {
    long plain = flow(THERE);
    assertThat(flow(ipv4(A4, B4, IpProtocol.IPV4, THERE))).isNotEqualTo(plain);
    assertThat(flow(BACK)).isEqualTo(plain);
  }

  @Test
  void bothWaysOfATunnelAreOne() {
    long there = flow(ipv4(A4, C4, IpProtocol.IPV4, THERE));
    assertThat(flow(ipv4(C4, A4, IpProtocol.IPV4, BACK))).isEqualTo(there);
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(flow(ipv4(A4, C4, IpProtocol.IPV4, THERE))).isEqualTo(there);
  }

  @Test
  void tellsTunnelsApart() {
    byte[] inGre = join(hex("0000 0800"), THERE);
    assertThat(
            new long[] {
              flow(THERE),
              flow(ipv4(A4, C4, IpProtocol.IPV4, THERE)),
              flow(ipv4(B4, C4, IpProtocol.IPV4, THERE)),
              flow(ipv4(A4, C4, IpProtocol.GRE, inGre)),
              flow(ipv6(A6, B6, IpProtocol.IPV4, THERE)),
              flow(ipv4(A4, C4, IpProtocol.IPV4, ipv4(A4, C4, IpProtocol.IPV4, THERE))),
              flow(ipv4(A4, C4, IpProtocol.IPV4, ipv4(B4, C4, IpProtocol.IPV4, THERE)))
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsTunnelsInDifferentVlansApart() {
    byte[] carried = ipv4(A4, C4, IpProtocol.IPV4, THERE);
    long one = tagged(5, carried);
    assertThat(tagged(6, carried)).isNotEqualTo(one);
    assertThat(tagged(5, carried)).isEqualTo(one);
  }

  @Test
  void keepsPortsOfCarriersOutAsSendersVaryThem() {
    byte[] inside = join(hex("08000000 00006400"), ethernet(TYPE_IPV4, THERE));
    long one = flow(ipv4(A4, C4, UDP, udp(50_000, 4_789, inside)));
    assertThat(flow(ipv4(A4, C4, UDP, udp(50_001, 4_789, inside)))).isEqualTo(one);
  }

  @Test
  void whatIsPutTogetherIsOfTheFlowOfWhatNeverWasCut() {
    long plain = flow(THERE);
    flow(fragment(0, true));
    assertThat(flow(fragment(16, false))).isEqualTo(plain);
    long carried = flow(ipv4(A4, C4, IpProtocol.IPV4, THERE));
    flow(ipv4(A4, C4, IpProtocol.IPV4, fragment(0, true)));
    assertThat(flow(ipv4(A4, C4, IpProtocol.IPV4, fragment(16, false)))).isEqualTo(carried);
  }

  @Test
  void fragmentsOfDifferentTunnelsAreOfDifferentPackets() {
    flow(fragment(0, true));
    flow(ipv4(A4, C4, IpProtocol.IPV4, fragment(16, false)));
    assertThat(unpacker.decoded()).isEqualTo(Decoded.FRAGMENT);
    assertThat(unpacker.reassembler().waiting()).isEqualTo(2);
  }

  private static byte[] fragment(int from, boolean more) {
    byte[] data = Arrays.copyOfRange(THERE, 20, THERE.length);
    byte[] piece = Arrays.copyOfRange(data, from, more ? from + 16 : data.length);
    return ipv4Fragment(A4, B4, UDP, 7, from, more, piece);
  }

  private long tagged(int tag, byte[] packet) {
    return flow(LinkType.ETHERNET, ethernet(TYPE_VLAN, vlan(tag, TYPE_IPV4, packet)));
  }

  private long flow(byte[] packet) {
    return flow(LinkType.RAW, packet);
  }

  /** Which flow the innermost packet of a frame is of; 0 for none. */
  private long flow(LinkType link, byte[] frame) {
    unpacker.open(MemorySegment.ofArray(frame), 0, frame.length, frame.length, link, 1_000);
    int flow;
    do {
      flow = table.see(unpacker.packet());
    } while (unpacker.next());
    return flow == FlowTable.NONE ? 0 : table.id(flow);
  }
}
