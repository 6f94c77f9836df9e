package org.lagroups.wormguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.FIN;
import static org.lagroups.wormguard.flow.Conversation.RST;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowEnd;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.stream.SegmentFate;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.Packet;

/** What comes of packets that flows and rules are about. */
class InspectorTest {

  private static final String EVIL = "alert tcp any any -> any any (content:\"EVIL\"; sid:1;)";
  private static final String DROP_EVIL = "drop tcp any any -> any any (content:\"EVIL\"; sid:1;)";

  private final Conversation hosts = Conversation.fromPort(1_000);
  private Inspecting guard = Inspecting.with(EVIL);

  @AfterEach
  void close() {
    guard.close();
  }

  @Test
  void keepsFlowBitsFromPacketToPacket() {
    use(
        "alert tcp any any -> any any (flags:S; flowbits:set,opened; noalert; sid:1;)",
        "alert tcp any any -> any any (flags:F+; flowbits:isset,opened; sid:2;)");
    guard.handshake(hosts);
    guard.see(hosts.client(FIN | ACK, 1_001, 501, ""));
    assertThat(guard.alerts()).containsExactly(2L);
    guard.see(Conversation.fromPort(1_001).client(FIN | ACK, 7, 7, ""));
    assertThat(guard.alerts()).isEmpty();
  }

  @Test
  void countsFlowBitsThatFindNoRoom() {
    guard =
        new Inspecting(
            Inspecting.SETTINGS.withMarks(1),
            BlockingPolicy.NOTHING,
            "alert udp any any -> any 80 (flowbits:set,a; flowbits:set,b; sid:1;)",
            "alert udp any 80 -> any any (flowbits:isset,a; sid:2;)",
            "alert udp any 80 -> any any (flowbits:isset,b; sid:3;)");
    guard.see(hosts.clientDatagram());
    guard.see(hosts.serverDatagram());
    assertThat(guard.alerts()).containsExactly(1L, 2L);
    assertThat(guard.inspector().counts().flowBitsLost()).isEqualTo(1);
  }

  @Test
  void knowsWhichFlowsAreEstablished() {
    use("alert tcp any any -> any any (flow:established,to_server; dsize:4; sid:1;)");
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL"));
    assertThat(guard.alerts()).isEmpty();
    Conversation others = new Conversation(false, 9);
    guard.handshake(others);
    guard.see(others.server(ACK, 501, 1_001, "EVIL"));
    assertThat(guard.alerts()).isEmpty();
    guard.see(others.client(ACK, 1_001, 505, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void judgesByTheHeaderOncePerDirection() {
    use("alert ip any any -> any any (sid:1;)");
    for (int i = 0; i < 3; i++) {
      guard.see(hosts.clientDatagram());
    }
    assertThat(guard.alerts()).containsExactly(1L);
    guard.see(hosts.serverDatagram());
    guard.see(hosts.serverDatagram());
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void blocksTheRestOfAFlowWhoseStreamIsToBeDropped() {
    guard = Inspecting.blocking(DROP_EVIL);
    guard.handshake(hosts);
    assertThat(guard.see(hosts.client(ACK, 1_001, 501, "EV"))).isEqualTo(Verdict.NOTHING);
    assertThat(guard.see(hosts.client(ACK, 1_003, 501, "IL"))).isEqualTo(Verdict.DROP);
    assertThat(guard.see(hosts.server(ACK, 501, 1_001, "EVIL"))).isEqualTo(Verdict.DROP);
    assertThat(guard.findings()).hasSize(1);
    assertThat(guard.findings().getFirst().alert().isBlocked()).isTrue();
    assertThat(guard.inspector().counts().blocked()).isEqualTo(2);
    assertThat(guard.see(Conversation.fromPort(2).clientDatagram())).isEqualTo(Verdict.NOTHING);
  }

  @Test
  void blocksOnlyThePacketThatARuleAboutPacketsDrops() {
    guard = Inspecting.blocking("reject tcp any any -> any any (dsize:4; content:\"E\"; sid:1;)");
    guard.handshake(hosts);
    assertThat(guard.see(hosts.client(ACK, 1_001, 501, "EVIL"))).isEqualTo(Verdict.REJECT);
    assertThat(guard.see(hosts.client(ACK, 1_005, 501, "E"))).isEqualTo(Verdict.NOTHING);
  }

  @Test
  void blocksNothingUnlessThePolicyAgrees() {
    use(DROP_EVIL);
    guard.handshake(hosts);
    assertThat(guard.see(hosts.client(ACK, 1_001, 501, "EVIL"))).isEqualTo(Verdict.NOTHING);
    assertThat(guard.findings().getFirst().alert().isBlocked()).isFalse();
    assertThat(guard.see(hosts.client(ACK, 1_005, 501, "EVIL"))).isEqualTo(Verdict.NOTHING);
    assertThat(guard.alerts()).containsExactly(1L, 1L);
  }

  @Test
  void looksNoFurtherIntoAFlowThatARulePasses() {
    use(EVIL, "pass tcp any any -> any any (content:\"hello\"; sid:2;)");
    guard.handshake(hosts);
    assertThat(guard.see(hosts.client(ACK, 1_001, 501, "hello"))).isEqualTo(Verdict.PASS);
    assertThat(guard.see(hosts.client(ACK, 1_006, 501, "EVIL"))).isEqualTo(Verdict.PASS);
    assertThat(guard.alerts()).isEmpty();
  }

  @Test
  void doesNotPassAFlowForWhatCameBeforeHandsWereShaken() {
    use(EVIL, "pass tcp any any -> any any (content:\"hello\"; sid:2;)");
    assertThat(guard.see(hosts.client(SYN, 1_000, 0, "hello"))).isEqualTo(Verdict.PASS);
    guard.see(hosts.server(SYN | ACK, 500, 1_006, ""));
    guard.see(hosts.client(ACK, 1_006, 501, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void keepsFlowsWhenRulesAreExchanged() {
    use(
        EVIL,
        "alert tcp any any -> any any (flags:S; flowbits:set,a; flowbits:set,b; noalert; sid:2;)");
    guard.handshake(hosts);
    guard.see(hosts.client(ACK, 1_001, 501, "EVILNE"));
    assertThat(guard.alerts()).containsExactly(1L);
    guard.exchange(
        EVIL,
        "alert tcp any any -> any any (flowbits:isset,c; content:\"NEW\"; sid:3;)",
        "alert tcp any any -> any any (flowbits:isset,b; content:\"NEW\"; sid:4;)",
        "alert tcp any any -> any any (flow:established; content:\"NEW\"; sid:5;)");
    guard.see(hosts.client(ACK, 1_007, 501, "W"));
    assertThat(guard.alerts()).containsExactly(4L, 5L);
  }

  @Test
  void countsGoOnWhenRulesAreExchanged() {
    String third =
        "alert udp any any -> any 80 (threshold:type threshold, track by_src, count 3, seconds 60;"
            + " sid:7;)";
    use(third);
    guard.see(hosts.clientDatagram());
    guard.see(hosts.clientDatagram());
    guard.exchange(DROP_EVIL, third);
    assertThat(guard.alerts()).isEmpty();
    guard.see(hosts.clientDatagram());
    assertThat(guard.alerts()).containsExactly(7L);
  }

  @Test
  void leavesPacketsWithAWrongChecksumOutOfFlowsUnlessTheyAreNotVerified() {
    guard.handshake(hosts);
    guard.see(damaged(hosts.client(ACK, 1_001, 501, "EV__")));
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
    assertThat(guard.inspector().counts().badChecksums()).isEqualTo(1);
    assertThat(guard.inspector().counts().segments().get(SegmentFate.REPEATED)).isZero();

    guard =
        new Inspecting(
            Inspecting.SETTINGS.withVerifyChecksums(false), BlockingPolicy.NOTHING, EVIL);
    Conversation others = Conversation.fromPort(5);
    guard.handshake(others);
    guard.see(damaged(others.client(ACK, 1_001, 501, "EV__")));
    guard.see(others.client(ACK, 1_001, 501, "EVIL"));
    assertThat(guard.inspector().counts().segments()).containsEntry(SegmentFate.REPEATED, 1L);
    assertThat(guard.inspector().counts().badChecksums()).isZero();
  }

  @Test
  void judgesPacketsThatAreOfNoStreamByThemselves() {
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
    guard.see(hosts.client(ACK, 1_005, 501, "EV"));
    guard.see(hosts.client(ACK, 1_007, 501, "IL"));
    assertThat(guard.alerts()).isEmpty();
  }

  @Test
  void judgesWhatAWindowCannotHoldByItself() {
    guard.handshake(hosts);
    guard.see(hosts.client(ACK, 1_001 + (1 << 19), 501, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
    assertThat(guard.inspector().counts().segments().get(SegmentFate.TOO_FAR)).isEqualTo(1);
  }

  @Test
  void tellsOfTheFlowOfWhatIsFound() {
    guard.handshake(hosts);
    guard.see(hosts.server(ACK, 501, 1_001, "EVIL"));
    Finding found = guard.findings().getFirst();
    assertThat(found.hasFlow()).isTrue();
    assertThat(found.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(found.frame()).isEqualTo(4);
    assertThat(found.clientPort()).isEqualTo(1_000);
    assertThat(found.flowPackets(Direction.TO_SERVER)).isEqualTo(2);
    assertThat(found.flowPackets(Direction.TO_CLIENT)).isEqualTo(2);
    assertThat(found.flowBytes(Direction.TO_SERVER)).isEqualTo(80);
    assertThat(found.flowBytes(Direction.TO_CLIENT)).isEqualTo(84);
  }

  @Test
  void countsWhatItSees() {
    guard =
        new Inspecting(
            Inspecting.SETTINGS.withFlows(FlowSettings.DEFAULT.withMaxFlows(1)),
            BlockingPolicy.NOTHING,
            EVIL);
    guard.handshake(hosts);
    guard.see(Conversation.fromPort(7).client(SYN, 1, 0, ""));
    guard.inspector().endFlows();
    InspectCounts counts = guard.inspector().counts();
    assertThat(counts.frames()).isEqualTo(4);
    assertThat(counts.bytes()).isEqualTo(160);
    assertThat(counts.decoded().get(Decoded.OK)).isEqualTo(4);
    assertThat(counts.flowsBegun()).isEqualTo(2);
    assertThat(counts.flows()).isZero();
    assertThat(counts.flowsEnded().get(FlowEnd.EVICTED)).isEqualTo(1);
    assertThat(counts.flowsEnded().get(FlowEnd.CLEARED)).isEqualTo(1);
  }

  @Test
  void saysWhetherAFrameCouldBeRead() {
    guard.see(hosts.clientDatagram());
    assertThat(guard.inspector().isSound()).isTrue();
    Packet packet = hosts.clientDatagram();
    guard.inspector().inspect(packet.frame(), 0, 20, 20, packet.link(), packet.nanos());
    assertThat(guard.inspector().isSound()).isFalse();
  }

  @Test
  void aResetTellsWhatWaited() {
    guard.handshake(hosts);
    guard.see(hosts.client(ACK, 1_003, 501, "EVIL"));
    assertThat(guard.alerts()).isEmpty();
    guard.see(hosts.client(RST, 1_001, 0, ""));
    assertThat(guard.findings().getFirst().isStandIn()).isFalse();
    assertThat(guard.alerts()).containsExactly(1L);
  }

  private void use(String... rules) {
    guard.close();
    guard = Inspecting.with(rules);
  }

  /** Changes the last byte. */
  private static Packet damaged(Packet packet) {
    packet.frame().set(ValueLayout.JAVA_BYTE, packet.capturedLength() - 1L, (byte) '!');
    return packet;
  }
}
