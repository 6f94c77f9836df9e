package org.lagroups.wormguard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.A6;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.B6;
import static org.lagroups.wormguard.testing.PacketBytes.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.ParsedRule;
import org.lagroups.wormguard.rule.load.RuleParser;
import org.lagroups.wormguard.testing.PacketBytes;

/** Rules that look into headers. */
class HeaderBytesTest {

  private static final String[] RULES = {
    "alert ip any any -> any any (ipv4.hdr; content:\"|C0 00 02 01|\"; offset:12; depth:4; sid:1;)",
    "alert ip any any -> any any (ipv4.hdr; isdataat:!20; sid:2;)",
    "alert ip any any -> any any (ipv6.hdr; content:\"|20 01 0D B8|\"; offset:8; depth:4; sid:3;)",
    "alert ip any any -> any any (ipv6.hdr; byte_test:1,=,17,40; isdataat:!48; sid:4;)",
    "alert tcp any any -> any any (tcp.hdr; byte_test:2,=,80,2; isdataat:!20; sid:5;)",
    "alert udp any any -> any any (udp.hdr; content:\"|00 35|\"; offset:2; isdataat:!8; sid:6;)",
    "alert icmp any any -> any any (icmpv4.hdr; content:\"|08|\"; depth:1; isdataat:!8; sid:7;)",
    "alert icmp any any -> any any (icmpv6.hdr; content:\"|80|\"; depth:1; isdataat:!8; sid:8;)",
    "alert ip any any -> any any (ipv4.hdr; content:\"payload\"; sid:9;)",
    "alert ip any any -> any any (udp.hdr; content:!\"payload\"; sid:10;)"
  };

  @Test
  void findsWhatIsInTheHeaderAndNotWhatIsBehindIt() {
    try (Guarding guarding = Guarding.with(RULES)) {
      assertThat(guarding.udp(text("payload"))).containsExactly(1L, 2L, 6L, 10L);
      byte[] tcp = PacketBytes.tcp(1, 80, 1, 1, 2, text("payload"));
      assertThat(judge(guarding, PacketBytes.TCP, tcp)).containsExactly(1L, 2L, 5L);
      byte[] none = PacketBytes.tcp(1, 80, 1, 1, 2, new byte[0]);
      assertThat(judge(guarding, PacketBytes.TCP, none)).containsExactly(1L, 2L, 5L);
      byte[] echo = PacketBytes.icmp(8, 0, 1, 1, text("payload"));
      assertThat(judge(guarding, PacketBytes.ICMP, echo)).containsExactly(1L, 2L, 7L);
    }
  }

  @Test
  void takesExtensionsForAPartOfTheHeaderOfIpv6() {
    try (Guarding guarding = Guarding.with(RULES)) {
      byte[] echo = PacketBytes.icmp(128, 0, 1, 1, text("payload"));
      byte[] plain = PacketBytes.ipv6(A6, B6, PacketBytes.ICMPV6, echo);
      assertThat(judge6(guarding, plain)).containsExactly(3L, 8L);
      byte[] udp = PacketBytes.udp(1, 2, text("payload"));
      byte[] atomic = PacketBytes.fragment6(PacketBytes.UDP, 7, 0, false, udp);
      assertThat(judge6(guarding, PacketBytes.ipv6(A6, B6, 44, atomic))).contains(3L, 4L);
    }
  }

  @Test
  void knowsHowLongHeadersOfIcmpAre() {
    try (Guarding guarding =
        Guarding.with(
            "alert icmp any any -> any any (icmpv4.hdr; isdataat:19; isdataat:!20; sid:1;)",
            "alert icmp any any -> any any (icmpv4.hdr; isdataat:11; isdataat:!12; sid:2;)",
            "alert icmp any any -> any any (icmpv4.hdr; isdataat:15; isdataat:!16; sid:3;)",
            "alert icmp any any -> any any (icmpv4.hdr; isdataat:9; isdataat:!10; sid:4;)")) {
      byte[] data = new byte[60];
      byte[] timestamp = PacketBytes.icmp(13, 0, 1, 1, data);
      assertThat(judge(guarding, PacketBytes.ICMP, timestamp)).containsExactly(1L);
      byte[] mask = PacketBytes.icmp(17, 0, 1, 1, data);
      assertThat(judge(guarding, PacketBytes.ICMP, mask)).containsExactly(2L);
      byte[] router = PacketBytes.icmp(9, 0, 0x0102, 10, data);
      assertThat(judge(guarding, PacketBytes.ICMP, router)).containsExactly(3L);
      byte[] cut = PacketBytes.icmp(9, 0, 0x0fff, 10, new byte[2]);
      assertThat(judge(guarding, PacketBytes.ICMP, cut)).containsExactly(4L);
    }
  }

  @Test
  void readsWhatFitsForIcmpv6() {
    try (Guarding guarding =
        Guarding.with("alert ipv6 any any -> any any (icmpv6.mtu:<1280; sid:1;)")) {
      byte[] tooBig = PacketBytes.icmp(2, 0, 0, 1_279, new byte[8]);
      assertThat(judge6(guarding, PacketBytes.ipv6(A6, B6, PacketBytes.ICMPV6, tooBig)))
          .containsExactly(1L);
      byte[] fits = PacketBytes.icmp(2, 0, 0, 1_280, new byte[8]);
      assertThat(judge6(guarding, PacketBytes.ipv6(A6, B6, PacketBytes.ICMPV6, fits))).isEmpty();
      byte[] echo = PacketBytes.icmp(128, 0, 0, 5, new byte[8]);
      assertThat(judge6(guarding, PacketBytes.ipv6(A6, B6, PacketBytes.ICMPV6, echo))).isEmpty();
    }
  }

  @Test
  void refusesMoreThanOneBuffer() {
    assertThat(reason("content:\"a\"; ipv4.hdr; content:\"b\";")).contains("has to stand alone");
    assertThat(reason("ipv4.hdr; tcp.hdr; content:\"b\";")).contains("has to stand alone");
    assertThat(reason("ipv4.hdr;")).contains("nothing that is looked for");
    assertThat(reason("ipv4.hdr:1; content:\"b\";")).contains("takes no value");
  }

  private static String reason(String options) {
    String rule = "alert ip any any -> any any (%s sid:1;)".formatted(options);
    ParsedRule parsed = new RuleParser(Variables.DEFAULTS).parse(rule, 1);
    assertThat(parsed).isInstanceOf(ParsedRule.Refused.class);
    return parsed.toString();
  }

  private static List<Long> judge(Guarding guarding, int protocol, byte[] inside) {
    byte[] packet = PacketBytes.ipv4(A4, B4, protocol, inside);
    return guarding.judge(PacketBytes.ethernet(PacketBytes.TYPE_IPV4, packet), NoFlow.NO_FLOW);
  }

  private static List<Long> judge6(Guarding guarding, byte[] packet) {
    return guarding.judge(PacketBytes.ethernet(PacketBytes.TYPE_IPV6, packet), NoFlow.NO_FLOW);
  }
}
