package org.lagroups.wormguard.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
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
import org.lagroups.wormguard.packet.Packet;
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
  void forgetsIdleFlowsByTheirPhase() {
    FlowTable table = table(SMALL);
    int established = one.shakeHands(table);
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
    int established = one.shakeHands(table);
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
    int flow = one.shakeHands(table);
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
    Conversation.fromPort(5).after(2_000_000_000_000_000_000L).shakeHands(table);
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
    int established = one.shakeHands(table);
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
            "CLEARED 0",
            "CLEARED 1",
            "CLEARED 2");
    assertThat(table.size()).isZero();
    table.clear();
    assertThat(table.counts().ended(FlowEnd.CLEARED)).isEqualTo(3);
  }

  @Test
  void hasRoomForAsManyOnceAllWereEnded() {
    FlowTable table = table(SMALL);
    for (int round = 1; round <= 3; round++) {
      for (int port = 1; port <= SMALL.maxFlows(); port++) {
        table.see(Conversation.fromPort(port).clientDatagram());
      }
      int last = table.see(Conversation.fromPort(SMALL.maxFlows()).serverDatagram());
      assertThat(table.packets(last, Direction.TO_SERVER)).isEqualTo(1);
      assertThat(table.size()).isEqualTo(SMALL.maxFlows());
      table.clear();
      assertThat(table.counts().ended(FlowEnd.CLEARED)).isEqualTo((long) round * SMALL.maxFlows());
    }
    assertThat(table.counts().ended(FlowEnd.EVICTED)).isZero();
  }

  @Test
  void guessesTheFlowsOfPacketsThatComeLater() {
    FlowTable table = table(ROOMY);
    FlowGuesses guesses = table.guesses(2);
    int flow = table.see(one.clientDatagram());
    guesses.take(0, one.serverDatagram());
    guesses.take(1, other.clientDatagram());
    guesses.guess(2);
    assertThat(guesses.flow(0)).isEqualTo(flow);
    assertThat(table.see(one.serverDatagram(), guesses, 0)).isEqualTo(flow);
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    int begun = table.see(other.clientDatagram(), guesses, 1);
    assertThat(table.clientPort(begun)).isEqualTo(2_000);
  }

  @Test
  void aGuessDoesNotOutliveItsFlow() {
    FlowTable table = table(SMALL);
    FlowGuesses guesses = table.guesses(1);
    int flow = table.see(one.clientDatagram());
    guesses.take(0, one.clientDatagram());
    guesses.guess(1);
    assertThat(guesses.flow(0)).isEqualTo(flow);
    for (int port = 10; port < 13; port++) {
      table.see(Conversation.fromPort(port).clientDatagram());
    }
    int again = table.see(one.clientDatagram(), guesses, 0);
    assertThat(table.clientPort(again)).isEqualTo(1_000);
    assertThat(table.id(again)).isEqualTo(5);
  }

  @Test
  void aGuessIsOfThePacketThatWasTakenLast() {
    FlowTable table = table(ROOMY);
    FlowGuesses guesses = table.guesses(1);
    int flow = table.see(one.clientDatagram());
    int another = table.see(other.clientDatagram());
    guesses.take(0, one.clientDatagram());
    guesses.guess(1);
    guesses.take(0, other.clientDatagram());
    assertThat(table.see(other.clientDatagram(), guesses, 0)).isEqualTo(another).isNotEqualTo(flow);
  }

  @Test
  void aGuessDoesNotKeepAFlowThatWasIdleForTooLong() {
    FlowTable table = table(ROOMY);
    FlowGuesses guesses = table.guesses(1);
    table.see(one.clientDatagram());
    Packet late = one.after(ROOMY.answeredNanos() + ROOMY.unansweredNanos()).clientDatagram();
    guesses.take(0, late);
    guesses.guess(1);
    assertThat(table.id(table.see(late, guesses, 0))).isEqualTo(2);
    assertThat(table.counts().ended(FlowEnd.EXPIRED)).isEqualTo(1);
  }

  private static FlowTable table(FlowSettings settings) {
    return new FlowTable(settings, new Random(1), FlowListener.NONE);
  }
}
