package org.lagroups.wormguard.eve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.stream.StreamSettings;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.inspect.Inspector;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.testing.PacketBytes;
import org.lagroups.wormguard.testing.RuleTexts;

class EveEncoderTest {

  private static final long NANOS = 1_700_000_000_123_456_789L;

  @Test
  void writesAPacketInATunnelOnAVlan() {
    byte[] inner =
        PacketBytes.ipv4(
            "10.0.0.1",
            "10.0.0.2",
            PacketBytes.ICMP,
            PacketBytes.icmp(8, 0, 1, 2, PacketBytes.text("EVIL")));
    byte[] outer = PacketBytes.ipv6("2001:db8::1:0:0:1", "::2", 4, inner);
    byte[] frame =
        PacketBytes.ethernet(
            PacketBytes.TYPE_VLAN, PacketBytes.vlan(7, PacketBytes.TYPE_IPV6, outer));
    String rule =
        "drop icmp any any -> any any (msg:\"say \\\"hi\\\" \\;\"; content:\"EVIL\"; itype:8;"
            + " metadata:created_at 2026_01_02, tag a, tag b; priority:4; gid:5; sid:6; rev:7;)";
    assertThat(encode(rule, frame, Optional.of("eth0"), BlockingPolicy.AS_RULES_SAY))
        .containsExactly(
            "{\"timestamp\":\"2023-11-14T22:13:20.123456+0000\",\"flow_id\":102,"
                + "\"in_iface\":\"eth0\",\"event_type\":\"alert\","
                + "\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\",\"proto\":\"ICMP\","
                + "\"icmp_type\":8,\"icmp_code\":0,\"pkt_src\":\"wire/pcap\","
                + "\"tunnel\":{\"src_ip\":\"2001:db8::1:0:0:1\",\"dest_ip\":\"::2\","
                + "\"proto\":\"IPv4\",\"depth\":1},"
                + "\"alert\":{\"action\":\"blocked\",\"gid\":5,\"signature_id\":6,\"rev\":7,"
                + "\"signature\":\"say \\\"hi\\\" ;\",\"category\":\"\",\"severity\":4,"
                + "\"metadata\":{\"created_at\":[\"2026_01_02\"],\"tag\":[\"a\",\"b\"]}},"
                + "\"stream\":0,\"direction\":\"to_server\","
                + "\"flow\":{\"pkts_toserver\":1,\"pkts_toclient\":0,"
                + "\"bytes_toserver\":32,\"bytes_toclient\":0,"
                + "\"start\":\"2023-11-14T22:13:20.123456+0000\","
                + "\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\"}}\n");
  }

  @Test
  void writesAFragmentWithoutAFlow() {
    byte[] frame =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4Fragment("10.0.0.1", "10.0.0.2", 99, 1, 8, true, new byte[16]));
    assertThat(
            encode(
                "alert ip any any -> any any (fragbits:M; classtype:network-scan; sid:1;)",
                frame,
                Optional.empty(),
                BlockingPolicy.NOTHING))
        .containsExactly(
            "{\"timestamp\":\"2023-11-14T22:13:20.123456+0000\",\"pcap_cnt\":1,"
                + "\"event_type\":\"alert\",\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\","
                + "\"proto\":\"099\",\"pkt_src\":\"wire/pcap\","
                + "\"alert\":{\"action\":\"allowed\",\"gid\":1,\"signature_id\":1,\"rev\":0,"
                + "\"signature\":\"\",\"category\":\"Scan of the network\",\"severity\":3},"
                + "\"stream\":0}\n");
  }

  @Test
  void writesTheVlans() {
    byte[] inside =
        PacketBytes.ipv4(
            "10.0.0.1", "10.0.0.2", PacketBytes.UDP, PacketBytes.udp(5, 6, new byte[1]));
    byte[] frame =
        PacketBytes.ethernet(
            PacketBytes.TYPE_VLAN,
            PacketBytes.vlan(
                7, PacketBytes.TYPE_VLAN, PacketBytes.vlan(8, PacketBytes.TYPE_IPV4, inside)));
    assertThat(
            encode(
                "alert udp any any -> any any (dsize:1; sid:1;)",
                frame,
                Optional.empty(),
                BlockingPolicy.NOTHING))
        .singleElement()
        .asString()
        .contains("\"vlan\":[7,8],\"src_ip\":\"10.0.0.1\",\"src_port\":5,");
  }

  @Test
  void writesAddressesAsShortAsTheyMayBe() {
    assertThat(EveAddress.text(0, 0xffff_c000_0201L)).isEqualTo("192.0.2.1");
    assertThat(EveAddress.text(0, 0)).isEqualTo("::");
    assertThat(EveAddress.text(0, 1)).isEqualTo("::1");
    assertThat(EveAddress.text(0x2001_0db8_0000_0001L, 0x0001_0001_0001_0001L))
        .isEqualTo("2001:db8:0:1:1:1:1:1");
    assertThat(EveAddress.text(0x0001_0000_0000_0001L, 0x0000_0000_0000_0001L))
        .isEqualTo("1:0:0:1::1");
    assertThat(EveAddress.text(0xfe80_0000_0000_0000L, 0)).isEqualTo("fe80::");
  }

  @Test
  void aStreamGetsWholeLinesOnly() {
    List<Integer> writes = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            writes.add(length);
          }
        };
    byte[] line = new byte[30_000];
    try (EveStream stream = new EveStream(out)) {
      stream.line(line, 30_000);
      stream.line(line, 30_000);
      assertThat(writes).isEmpty();
      stream.line(line, 30_000);
      stream.line(new byte[70_000], 70_000);
    }
    assertThat(writes).containsExactly(60_000, 30_000, 70_000, 0);
  }

  @Test
  void flowsHaveNumbersThatADoubleHolds() {
    assertThatThrownBy(() -> new EveSettings(Optional.empty(), EveSettings.MOST_FIRST_FLOW + 1))
        .hasMessageContaining("first flow");
  }

  private static List<String> encode(
      String rule, byte[] frame, Optional<String> interfaceName, BlockingPolicy policy) {
    List<String> lines = new ArrayList<>();
    EveEncoder encoder =
        new EveEncoder(
            new EveSettings(interfaceName, 100),
            (bytes, length) -> lines.add(new String(bytes, 0, length, StandardCharsets.UTF_8)));
    InspectSettings settings =
        InspectSettings.DEFAULT
            .withFlows(FlowSettings.DEFAULT.withMaxFlows(4))
            .withStreams(new StreamSettings(1 << 20, 256 << 10, 1 << 20))
            .withWindows(4, 64);
    try (RuleIndex index = RuleIndex.of(RuleTexts.parse(List.of(rule)), AutomatonMatcher::compile);
        Inspector inspector = new Inspector(index, settings, policy, new Random(1), encoder)) {
      inspector.inspect(
          MemorySegment.ofArray(frame), 0, frame.length, frame.length, LinkType.ETHERNET, NANOS);
    }
    return lines;
  }
}
