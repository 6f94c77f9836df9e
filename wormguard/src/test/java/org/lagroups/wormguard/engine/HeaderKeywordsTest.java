package org.lagroups.wormguard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.testing.PacketBytes;

/** Headers of rules, and each keyword about headers and flows, on one small packet. */
final class HeaderKeywordsTest {

  private static final int SYN = 2;

  /** From 192.0.2.1 to 198.51.100.2. */
  private static final byte[] UDP = Guarding.frame(17, PacketBytes.udp(1_000, 53, text("abc")));

  private static final byte[] TCP =
      Guarding.frame(6, PacketBytes.tcp(2_000, 80, 1_234, 99, SYN, text("abc")));
  private static final byte[] PING = Guarding.frame(1, PacketBytes.icmp(8, 0, 77, 5, text("abc")));
  private static final byte[] PING6 =
      PacketBytes.ethernet(
          PacketBytes.TYPE_IPV6,
          PacketBytes.ipv6(
              PacketBytes.A6, PacketBytes.B6, 58, PacketBytes.icmp(128, 0, 7, 5, text("abc"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          ip any any -> any any                            @ true  @ true  @ true  @ true
          ipv4 any any -> any any                          @ true  @ true  @ true  @ false
          ipv6 any any -> any any                          @ false @ false @ false @ true
          tcp any any -> any any                           @ false @ true  @ false @ false
          tcp-pkt any any -> any any                       @ false @ true  @ false @ false
          tcp-stream any any -> any any                    @ false @ false @ false @ false
          udp any any -> any any                           @ true  @ false @ false @ false
          icmp any any -> any any                          @ false @ false @ true  @ true
          icmpv4 any any -> any any                        @ false @ false @ true  @ false
          icmpv6 any any -> any any                        @ false @ false @ false @ true
          ip 192.0.2.1 any -> 198.51.100.0/24 any          @ true  @ true  @ true  @ false
          ip 198.51.100.2 any -> any any                   @ false @ false @ false @ false
          ip 198.51.100.2 any <> 192.0.2.1 any             @ true  @ true  @ true  @ false
          ip !192.0.2.1 any -> any any                     @ false @ false @ false @ true
          ip any any -> 2001:db8:ffff::/48 any             @ false @ false @ false @ true
          ip any any -> any 53                             @ true  @ false @ false @ false
          ip any 1000:2000 -> any [53,80]                  @ true  @ true  @ false @ false
          tcp any any -> any !80                           @ false @ false @ false @ false
          udp any 53 -> any any                            @ false @ false @ false @ false
          udp any 53 <> any any                            @ true  @ false @ false @ false
          icmp any 53 -> any 54                            @ false @ false @ true  @ true
          """)
  void areAboutPackets(String header, boolean udp, boolean tcp, boolean ping, boolean ping6) {
    try (Guarding guarding = Guarding.with("alert " + header + " (sid:7;)")) {
      check(guarding, UDP, udp, header + " of UDP");
      check(guarding, TCP, tcp, header + " of TCP");
      check(guarding, PING, ping, header + " of ICMP");
      check(guarding, PING6, ping6, header + " of ICMPv6");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          dsize:3;           @ true  @ true  @ true  @ true
          dsize:>3;          @ false @ false @ false @ false
          dsize:2<>4;        @ true  @ true  @ true  @ true
          ttl:64;            @ true  @ true  @ true  @ true
          ttl:<64;           @ false @ false @ false @ false
          id:0x1234;         @ true  @ true  @ true  @ false
          ip_proto:6;        @ false @ true  @ false @ false
          ip_proto:!6;       @ true  @ false @ true  @ true
          fragoffset:0;      @ true  @ true  @ true  @ true
          fragbits:M;        @ false @ false @ false @ false
          fragbits:!D;       @ true  @ true  @ true  @ true
          seq:1234;          @ false @ true  @ false @ false
          ack:99;            @ false @ true  @ false @ false
          window:8192;       @ false @ true  @ false @ false
          window:!8192;      @ false @ false @ false @ false
          flags:S;           @ false @ true  @ false @ false
          flags:SA;          @ false @ false @ false @ false
          tcp.flags:*SA;     @ false @ true  @ false @ false
          itype:8;           @ false @ false @ true  @ false
          itype:>7;          @ false @ false @ true  @ true
          icode:0;           @ false @ false @ true  @ true
          icmp_id:77;        @ false @ false @ true  @ false
          icmp_seq:5;        @ false @ false @ true  @ true
          sameip;            @ false @ false @ false @ false
          flow:to_server;    @ false @ false @ false @ false
          flow:established;  @ false @ false @ false @ false
          flow:stateless;    @ true  @ true  @ true  @ true
          """)
  void readFields(String option, boolean udp, boolean tcp, boolean ping, boolean ping6) {
    areAboutPacketsWith(option, udp, tcp, ping, ping6);
  }

  private static void areAboutPacketsWith(
      String option, boolean udp, boolean tcp, boolean ping, boolean ping6) {
    try (Guarding guarding = Guarding.with("alert ip any any -> any any (" + option + " sid:7;)")) {
      check(guarding, UDP, udp, option + " of UDP");
      check(guarding, TCP, tcp, option + " of TCP");
      check(guarding, PING, ping, option + " of ICMP");
      check(guarding, PING6, ping6, option + " of ICMPv6");
    }
  }

  @Test
  void seeTheSameAddress() {
    byte[] land =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(PacketBytes.A4, PacketBytes.A4, 17, PacketBytes.udp(9, 9, text("a"))));
    try (Guarding guarding = Guarding.with("alert ip any any -> any any (sameip; sid:7;)")) {
      check(guarding, land, true, "sameip");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "to_server, true, true",
    "from_client, true, true",
    "to_client, true, false",
    "from_server, false, false",
    "established, true, true",
    "established, false, false",
    "not_established, false, true",
    "not_established, true, false",
    "'to_server,established', true, true",
    "'to_client,established', true, false"
  })
  void askTheFlow(String flow, boolean established, boolean holds) {
    FakeFlow state = new FakeFlow(1);
    state.established = established;
    try (Guarding guarding =
        Guarding.with("alert udp any any -> any any (flow:" + flow + "; sid:7;)")) {
      assertThat(guarding.judge(UDP, state)).isEqualTo(holds ? List.of(7L) : List.of());
    }
  }

  private static void check(Guarding guarding, byte[] frame, boolean holds, String what) {
    assertThat(guarding.judge(frame, NoFlow.NO_FLOW))
        .as(what)
        .isEqualTo(holds ? List.of(7L) : List.of());
  }
}
