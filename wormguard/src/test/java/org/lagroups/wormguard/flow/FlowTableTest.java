package org.lagroups.wormguard.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.FIN;
import static org.lagroups.wormguard.flow.Conversation.RST;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.packet.PacketClock;

class FlowTableTest {

  private static final FlowSettings SMALL =
      new FlowSettings(3, 1_000_000, 10_000_000, 100_000, 500_000, 2_000_000);
  private static final FlowSettings ROOMY = FlowSettings.DEFAULT.withMaxFlows(1_000);

  private final Conversation one = Conversation.fromPort(1_000);
  private final Conversation other = Conversation.fromPort(2_000);

  @Test
  void bothWaysAreOneFlow() {
    for (boolean isV4 : new boolean[] {true, false}) {
      FlowTable table = table(ROOMY);
      Conversation hosts = new Conversation(isV4, 1_000);
      int flow = table.see(hosts.clientDatagram());
      assertThat(table.direction()).isEqualTo(Direction.TO_SERVER);
      assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
      assertThat(table.see(hosts.serverDatagram())).isEqualTo(flow);
      assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
      assertThat(table.phaseBefore()).isEqualTo(FlowPhase.NEW);
      assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
      assertThat(table.clientPort(flow)).isEqualTo(1_000);
      assertThat(table.serverPort(flow)).isEqualTo(80);
      assertThat(table.protocol(flow)).isEqualTo(17);
      assertThat(table.ipVersion(flow)).isEqualTo(isV4 ? 4 : 6);
      assertThat(table.size()).isEqualTo(1);
    }
  }

  @Test
  void tellsProtocolsAndPortsApart() {
    FlowTable table = table(ROOMY);
    int datagrams = table.see(one.clientDatagram());
    int stream = table.see(one.client(SYN, 1, 0, ""));
    int elsewhere = table.see(other.client(SYN, 1, 0, ""));
    assertThat(List.of(datagrams, stream, elsewhere)).doesNotHaveDuplicates();
    assertThat(List.of(table.id(datagrams), table.id(stream), table.id(elsewhere)))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void isEstablishedByTheLastPacketOfTheHandshake() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(SYN, 0xffffffffL, 0, ""));
    table.see(one.server(SYN | ACK, 500, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.client(ACK, 0, 501, ""));
    assertThat(table.phaseBefore()).isEqualTo(FlowPhase.NEW);
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(flow, Direction.TO_CLIENT)).isEqualTo(500);
  }

  @Test
  void isEstablishedWhenBothSidesSendTheirSyn() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN, 3_000, 0, ""));
    table.see(one.client(SYN | ACK, 1_000, 3_001, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.server(ACK, 3_001, 1_001, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
  }

  @Test
  void isNotEstablishedByAnAcknowledgementOfSomethingElse() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN | ACK, 3_000, 1_001, ""));
    table.see(one.client(ACK, 1_001, 3_000, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
  }

  @Test
  void believesTheServerWhichOfTwoSynsItGot() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(SYN, 7, 0, ""));
    table.see(one.client(SYN, 900_000_000, 0, ""));
    table.see(one.server(SYN | ACK, 3_000, 900_000_001, ""));
    table.see(one.client(ACK, 900_000_001, 3_001, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(900_000_000);
  }

  @Test
  void believesTheClientWhichOfTwoSynsItGot() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN | ACK, 400, 1_001, ""));
    table.see(one.server(SYN | ACK, 500, 1_001, ""));
    table.see(one.client(ACK, 1_001, 501, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(flow, Direction.TO_CLIENT)).isEqualTo(500);
  }

  @Test
  void believesTheLastAnswerUntilHandsAreShaken() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN | ACK, 500, 70_000_001, ""));
    table.see(one.server(SYN | ACK, 500, 1_001, ""));
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(1_000);
    table.see(one.client(ACK, 1_001, 501, ""));
    table.see(one.server(SYN | ACK, 500, 70_000_001, ""));
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(1_000);
  }

  @Test
  void isNeverEstablishedFromTheMiddle() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.server(SYN | ACK, 500, 1_001, ""));
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    table.see(one.client(ACK, 1_001, 501, ""));
    table.see(one.server(ACK, 501, 1_001, "data"));
    assertThat(table.isFromMiddle(flow)).isTrue();
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.client(SYN, 9_000, 0, ""));
    assertThat(table.counts().ended(FlowEnd.REPLACED)).isEqualTo(1);
  }

  @Test
  void isClosedByTheEndsOfBothSides() {
    FlowTable table = table(ROOMY);
    int flow = handshake(table, one);
    table.see(one.client(FIN | ACK, 1_001, 501, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.server(FIN | ACK, 501, 1_002, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
    long id = table.id(flow);
    int next = table.see(one.client(SYN, 77, 0, ""));
    assertThat(table.id(next)).isEqualTo(id + 1);
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void anotherConnectionTakesThePlaceOfAnEstablishedOneOnceItIsAccepted() {
    FlowTable table = table(ROOMY);
    handshake(table, one);
    assertThat(table.id(table.see(one.client(SYN, 900_000_000, 0, "")))).isEqualTo(1);
    table.see(one.client(SYN, 5, 0, ""));
    int next = table.see(one.server(SYN | ACK, 7_000, 900_000_001, ""));
    assertThat(table.id(next)).isEqualTo(2);
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(table.clientPort(next)).isEqualTo(1_000);
    assertThat(table.phase(next)).isEqualTo(FlowPhase.NEW);
    table.see(one.client(ACK, 900_000_001, 7_001, ""));
    assertThat(table.phase(next)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(next, Direction.TO_SERVER)).isEqualTo(900_000_000);
    assertThat(table.initialSequence(next, Direction.TO_CLIENT)).isEqualTo(7_000);
    assertThat(table.counts().ended(FlowEnd.REPLACED)).isEqualTo(1);
  }

  @Test
  void theServerOfAnEstablishedConnectionMayBecomeTheClientOfTheNext() {
    FlowTable table = table(ROOMY);
    handshake(table, one);
    table.see(one.server(SYN, 9_000, 0, ""));
    int next = table.see(one.client(SYN | ACK, 77, 9_001, ""));
    assertThat(table.id(next)).isEqualTo(2);
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(table.clientPort(next)).isEqualTo(80);
  }

  @Test
  void aForgedSynTakesThePlaceOfNoEstablishedFlow() {
    FlowTable table = table(ROOMY);
    handshake(table, one);
    table.see(one.server(SYN | ACK, 7_000, 900_000_001, ""));
    table.see(one.client(SYN | ACK, 900_000_000, 7_001, ""));
    table.see(one.client(SYN, 900_000_000, 0, ""));
    table.see(one.server(ACK, 501, 1_001, ""));
    table.see(one.server(SYN | ACK, 500, 1_001, ""));
    int flow = table.see(one.client(ACK, 1_001, 501, "goes on"));
    assertThat(table.id(flow)).isEqualTo(1);
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(1_000);
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
  }

  @Test
  void isClosedByAResetOfThisConnectionOnly() {
    FlowTable table = table(ROOMY);
    int flow = handshake(table, one);
    table.see(one.server(RST, 600_000_000, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.client(SYN, 5, 0, ""));
    assertThat(table.counts().begun()).isEqualTo(1);
    table.see(one.server(RST, 501, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
    int refused = table.see(other.client(SYN, 1_000, 0, ""));
    table.see(other.server(RST | ACK, 0, 1_001, ""));
    assertThat(table.phase(refused)).isEqualTo(FlowPhase.CLOSED);
  }

  @Test
  void isClosedByAResetWithTheExpectedNumberOnly() {
    FlowTable table = table(ROOMY);
    int flow = handshake(table, one);
    table.see(one.server(RST, 502, 0, ""));
    table.see(one.server(RST, 500, 0, ""));
    table.see(one.client(ACK, 1_005, 501, "later"));
    table.see(one.client(RST, 1_010, 0, ""));
    assertThat(table.phase(flow)).as("the server waits for 1001").isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.server(ACK, 501, 1_010, ""));
    table.see(one.client(RST, 1_009, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.client(RST, 1_010, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
  }

  @Test
  void isRefusedByAnAcknowledgementOfItsSynOnly() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(SYN, 1_000, 0, "data"));
    table.see(one.server(RST | ACK, 0, 1_000, ""));
    table.see(one.server(RST | ACK, 0, 1_006, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.server(RST | ACK, 0, 1_005, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
  }

  @Test
  void followsNumbersOfAFlowFromTheMiddleToItsReset() {
    FlowTable table = table(ROOMY);
    int flow = table.see(one.client(ACK, 1_001, 501, "data"));
    table.see(one.server(ACK, 501, 1_005, "data"));
    table.see(one.server(RST | ACK, 506, 1_005, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.server(RST | ACK, 505, 1_005, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
  }

  @Test
  void forgetsIdleFlowsByTheirPhase() {
    FlowTable table = table(SMALL);
    int established = handshake(table, one);
    Conversation later = Conversation.fromPort(3);
    table.see(later.client(SYN, 1, 0, ""));
    table.see(later.after(SMALL.newNanos() + 10_000).client(SYN, 1, 0, ""));
    assertThat(table.counts().ended(FlowEnd.EXPIRED)).isEqualTo(1);
    assertThat(table.phase(established)).isEqualTo(FlowPhase.ESTABLISHED);
    table.see(later.after(SMALL.establishedNanos()).client(SYN, 1, 0, ""));
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsNotTcpEarlier() {
    FlowTable table = table(SMALL);
    Conversation answered = Conversation.fromPort(3);
    Conversation unanswered = Conversation.fromPort(4);
    table.see(answered.clientDatagram());
    table.see(answered.serverDatagram());
    table.see(unanswered.clientDatagram());
    table.see(
        Conversation.fromPort(5).after(SMALL.unansweredNanos() + 10_000).client(SYN, 1, 0, ""));
    assertThat(table.counts().ended(FlowEnd.EXPIRED)).isEqualTo(1);
    table.see(Conversation.fromPort(5).after(SMALL.answeredNanos() - 10_000).client(SYN, 1, 0, ""));
    assertThat(table.size()).isEqualTo(2);
    table.see(Conversation.fromPort(5).after(SMALL.answeredNanos() + 10_000).client(SYN, 1, 0, ""));
    assertThat(table.size()).isEqualTo(1);
    assertThat(FlowSettings.DEFAULT.answeredNanos()).isEqualTo(180_000_000_000L);
  }

  @Test
  void answeredDatagramsDoNotDriveOutEstablishedConnections() {
    FlowTable table = table(SMALL);
    int established = handshake(table, one);
    for (int port = 2_000; port < 2_100; port++) {
      Conversation hosts = Conversation.fromPort(port);
      table.see(hosts.clientDatagram());
      table.see(hosts.serverDatagram());
    }
    assertThat(table.id(established)).isEqualTo(1);
    assertThat(table.size()).isEqualTo(3);
  }

  /** Only a few of them end with each packet, but none of the others is found. */
  @Test
  void findsNoFlowThatWasIdleForTooLong() {
    FlowTable table = table(ROOMY);
    for (int port = 1; port <= 100; port++) {
      table.see(Conversation.fromPort(port).client(SYN, 1_000, 0, ""));
    }
    Conversation late = Conversation.fromPort(90).after(2 * ROOMY.newNanos());
    int flow = table.see(late.client(SYN, 1_000, 0, ""));
    assertThat(table.id(flow)).isEqualTo(101);
    assertThat(table.size()).isGreaterThan(50);
  }

  @Test
  void onePacketOfAnotherTimeEndsNoFlow() {
    FlowTable table = table(ROOMY);
    int flow = handshake(table, one);
    table.see(Conversation.fromPort(5).after(2_000_000_000_000_000_000L).clientDatagram());
    table.see(one.client(ACK, 1_001, 501, "goes on"));
    assertThat(table.id(flow)).isEqualTo(1);
    assertThat(table.counts().ended(FlowEnd.EXPIRED)).isZero();
    Conversation later = Conversation.fromPort(6).after(2 * ROOMY.establishedNanos());
    table.see(later.clientDatagram());
    table.see(later.clientDatagram());
    assertThat(table.counts().ended(FlowEnd.EXPIRED)).as("time goes on").isEqualTo(2);
  }

  @Test
  void keepsFlowsForTheirTimeWhenTheClockGoesBack() {
    FlowTable table = table(ROOMY);
    handshake(table, Conversation.fromPort(5).after(2_000_000_000_000_000_000L));
    for (int i = 0; i <= PacketClock.MOST_BEHIND; i++) {
      table.see(one.clientDatagram());
    }
    assertThat(table.size()).isEqualTo(2);
    table.see(one.after(ROOMY.answeredNanos()).clientDatagram());
    assertThat(table.size()).isEqualTo(2);
    table.see(one.after(ROOMY.establishedNanos()).clientDatagram());
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void aStormOfNewFlowsDoesNotDriveOutEstablishedOnes() {
    FlowTable table = table(SMALL);
    int established = handshake(table, one);
    long id = table.id(established);
    for (int port = 2_000; port < 3_000; port++) {
      table.see(Conversation.fromPort(port).client(SYN, 1, 0, ""));
      assertThat(table.size()).isLessThanOrEqualTo(SMALL.maxFlows());
    }
    assertThat(table.see(one.client(ACK, 1_001, 501, "still here"))).isEqualTo(established);
    assertThat(table.id(established)).isEqualTo(id);
    assertThat(table.counts().ended(FlowEnd.EVICTED)).isEqualTo(998);
  }

  @Test
  void aMillionFlowsTakeFarLessThanAGigabyte() {
    FlowTable table = table(FlowSettings.DEFAULT.withMaxFlows(1_000_000));
    assertThat(table.memoryBytes()).isLessThan(150_000_000);
  }

  @Test
  void whatSpeaksAllTheTimeDoesNotGiveWayToAStorm() {
    FlowTable table = table(SMALL);
    long id = table.id(table.see(one.clientDatagram()));
    for (int port = 2_000; port < 3_000; port++) {
      table.see(Conversation.fromPort(port).clientDatagram());
      assertThat(table.id(table.see(one.clientDatagram()))).isEqualTo(id);
    }
    assertThat(table.counts().begun()).isEqualTo(1_001);
  }

  /** Against a map and a queue: eviction is by the time of the last packet, in ticks. */
  @Test
  void findsTheFlowsThatAMapFinds() {
    Seeds.forEach(
        10,
        200,
        seed -> {
          Random random = new Random(seed);
          int most = 1 + random.nextInt(40);
          FlowTable table =
              new FlowTable(FlowSettings.of(most, Long.MAX_VALUE), random, FlowListener.NONE);
          Map<Integer, Long> ids = new HashMap<>();
          Deque<Integer> byAge = new ArrayDeque<>();
          long begun = 0;
          for (long i = 0; i < 1_000; i++) {
            int port = 1 + random.nextInt(60);
            long wait = i << IdleLists.TICK_BITS;
            int flow = table.see(Conversation.fromPort(port).after(wait).clientDatagram());
            if (!ids.containsKey(port)) {
              if (ids.size() == most) {
                ids.remove(byAge.removeFirst());
              }
              ids.put(port, ++begun);
            }
            byAge.remove(port);
            byAge.addLast(port);
            assertThat(table.id(flow)).isEqualTo(ids.get(port));
            assertThat(table.clientPort(flow)).isEqualTo(port);
            assertThat(table.size()).isEqualTo(ids.size());
          }
        });
  }

  @Test
  void tellsOfEveryBeginningAndEnd() {
    List<String> heard = new ArrayList<>();
    FlowTable table =
        new FlowTable(
            SMALL,
            new Random(1),
            new FlowListener() {
              @Override
              public void begun(int flow) {
                heard.add("begun " + flow);
              }

              @Override
              public void restarted(int flow, Direction way) {
                heard.add("restarted " + flow + " " + way);
              }

              @Override
              public void ended(int flow, FlowEnd why) {
                heard.add(why + " " + flow);
              }
            });
    for (int port = 1; port <= 4; port++) {
      table.see(Conversation.fromPort(port).clientDatagram());
    }
    table.clear();
    assertThat(heard)
        .containsExactly(
            "begun 0",
            "begun 1",
            "begun 2",
            "EVICTED 0",
            "begun 0",
            "CLEARED 1",
            "CLEARED 2",
            "CLEARED 0");
    assertThat(table.size()).isZero();
  }

  private static FlowTable table(FlowSettings settings) {
    return new FlowTable(settings, new Random(1), FlowListener.NONE);
  }

  private static int handshake(FlowTable table, Conversation hosts) {
    table.see(hosts.client(SYN, 1_000, 0, ""));
    table.see(hosts.server(SYN | ACK, 500, 1_001, ""));
    return table.see(hosts.client(ACK, 1_001, 501, ""));
  }
}
