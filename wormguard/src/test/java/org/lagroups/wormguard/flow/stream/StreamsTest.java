package org.lagroups.wormguard.flow.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.FIN;
import static org.lagroups.wormguard.flow.Conversation.RST;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowNotes;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.Packet;

class StreamsTest {

  private static final int MAX_FLOWS = 8;

  private final Told told = new Told();
  private final Conversation hosts = Conversation.fromPort(1_000);
  private Streams streams = streams(StreamSettings.DEFAULT);
  private FlowTable table = table();

  @Test
  void tellsBothDirections() {
    handshake();
    see(hosts.client(ACK, 1_001, 501, "GET "));
    see(hosts.server(ACK, 501, 1_005, "404"));
    see(hosts.client(ACK, 1_005, 504, "/"));
    assertThat(told.fromClient()).isEqualTo("GET /");
    assertThat(told.fromServer()).isEqualTo("404");
    assertThat(streams.counts().of(SegmentFate.IN_ORDER)).isEqualTo(3);
    assertThat(streams.bytesWaiting()).isZero();
  }

  @Test
  void tellsNoByteTwice() {
    handshake();
    see(hosts.client(ACK, 1_001, 501, "GOOD"));
    see(hosts.client(ACK, 1_001, 501, "EVIL"));
    see(hosts.client(ACK, 1_002, 501, "XXX"));
    see(hosts.client(ACK, 1_003, 501, "XX!"));
    assertThat(told.fromClient()).isEqualTo("GOOD!");
    assertThat(streams.counts().of(SegmentFate.REPEATED)).isEqualTo(2);
  }

  @Test
  void keepsOfThoseThatWaitTheByteThatCameFirst() {
    handshake();
    see(hosts.client(ACK, 1_003, 501, "cd"));
    see(hosts.client(ACK, 1_006, 501, "f"));
    see(hosts.client(ACK, 1_002, 501, "XXXeX"));
    see(hosts.client(ACK, 1_001, 501, "abc"));
    assertThat(told.fromClient()).isEqualTo("aXcdef");
    assertThat(streams.counts().of(SegmentFate.CONTRADICTING)).isEqualTo(2);
    assertThat(streams.bytesWaiting()).isZero();
  }

  @Test
  void goesOnWhereSequenceNumbersBeginAgain() {
    see(hosts.client(SYN, 0xfffffffdL, 0, ""));
    see(hosts.server(SYN | ACK, 500, 0xfffffffeL, ""));
    see(hosts.client(ACK, 2, 501, "efgh"));
    see(hosts.client(ACK, 0xfffffffeL, 501, "abcd"));
    assertThat(told.fromClient()).isEqualTo("abcdefgh");
  }

  @Test
  void beginsWithTheDataOfTheSyn() {
    see(hosts.client(SYN, 1_000, 0, "GET /d2"));
    see(hosts.server(SYN | ACK, 500, 1_008, ""));
    see(hosts.client(ACK, 1_008, 501, "d3"));
    assertThat(told.fromClient()).isEqualTo("GET /d2d3");
  }

  @Test
  void beginsAnewWhereTheServerTookAnotherSyn() {
    see(hosts.client(SYN, 600, 0, "decoy"));
    see(hosts.client(SYN, 1_000, 0, ""));
    see(hosts.server(SYN | ACK, 500, 1_001, ""));
    see(hosts.client(ACK, 1_001, 501, "GET"));
    assertThat(told.fromClient()).isEqualTo("GET");
  }

  /** Its own SYN's number is what a decoy with data may end at, too. */
  @Test
  void takesOfTwoSynsTheOneThatIsAcknowledgedByItself() {
    see(hosts.client(SYN, 995, 0, "decoy"));
    see(hosts.client(SYN, 1_000, 0, ""));
    see(hosts.server(SYN | ACK, 500, 1_001, ""));
    see(hosts.client(ACK, 1_001, 501, "GET"));
    assertThat(told.fromClient()).isEqualTo("GET");
  }

  @Test
  void beginsAnewWhereTheServerLeavesTheDataOfTheSyn() {
    see(hosts.client(SYN, 1_000, 0, "GOOD"));
    see(hosts.server(SYN | ACK, 500, 1_001, ""));
    see(hosts.client(ACK, 1_001, 501, "EV"));
    see(hosts.client(ACK, 1_003, 501, "IL"));
    assertThat(told.fromClient()).isEqualTo("EVIL");
    assertThat(streams.counts().of(SegmentFate.REPEATED)).isZero();
  }

  @Test
  void tellsWhatWaitedBeforeItBeginsAnew() {
    see(hosts.client(SYN, 600, 0, ""));
    see(hosts.client(SYN, 1_000, 0, "EVIL"));
    assertThat(streams.bytesWaiting()).isPositive();
    see(hosts.server(SYN | ACK, 500, 1_001, ""));
    assertThat(streams.bytesWaiting()).isZero();
    assertThat(streams.counts().of(SegmentFate.GAP)).isEqualTo(1);
    assertThat(told.fromClient()).isEmpty();
  }

  @Test
  void givesUpWhatTheReceiverHasAndWeDoNot() {
    handshake();
    see(hosts.client(ACK, 1_005, 501, "GOOD"));
    see(hosts.client(ACK, 1_009, 501, "DATA"));
    see(hosts.server(ACK, 501, 1_001, ""));
    assertThat(told.fromClient()).isEmpty();
    see(hosts.server(ACK, 501, 1_013, ""));
    assertThat(told.fromClient()).isEqualTo("____GOODDATA");
    see(hosts.client(ACK, 1_001, 501, "VERY"));
    assertThat(told.fromClient()).isEqualTo("____GOODDATA");
    assertThat(streams.counts().of(SegmentFate.GAP)).isEqualTo(1);
  }

  @Test
  void givesUpWhatIsMissingWhenTheFlowIsReset() {
    handshake();
    see(hosts.client(ACK, 1_001, 501, "GET"));
    see(hosts.client(ACK, 1_006, 501, "Agent: "));
    see(hosts.client(ACK, 1_013, 501, "x"));
    see(hosts.server(RST | ACK, 501, 1_004, ""));
    assertThat(told.fromClient()).isEqualTo("GET__Agent: x");
  }

  @Test
  void aResetOfAnotherConnectionGivesNothingUp() {
    handshake();
    see(hosts.client(ACK, 1_002, 501, "b"));
    see(hosts.server(RST, 700_000_000, 0, ""));
    see(hosts.client(ACK, 1_001, 501, "a"));
    assertThat(told.fromClient()).isEqualTo("ab");
  }

  @Test
  void aResetThatTheReceiverIgnoresGivesNothingUp() {
    handshake();
    see(hosts.client(ACK, 1_002, 501, "b"));
    see(hosts.client(RST, 1_003, 0, ""));
    see(hosts.client(ACK, 1_001, 501, "a"));
    assertThat(told.fromClient()).isEqualTo("ab");
  }

  @Test
  void givesUpOnceForAReset() {
    handshake();
    see(hosts.server(RST, 501, 0, ""));
    see(hosts.client(ACK, 1_002, 501, "b"));
    see(hosts.client(ACK, 1_001, 501, "a"));
    assertThat(told.fromClient()).isEqualTo("ab");
  }

  @Test
  void tellsTheRestWhenTheFlowEnds() {
    handshake();
    see(hosts.client(ACK, 1_002, 501, "rest"));
    see(hosts.client(FIN | ACK, 1_006, 501, ""));
    see(hosts.server(FIN | ACK, 501, 1_001, ""));
    assertThat(told.fromClient()).isEmpty();
    table.clear();
    assertThat(told.fromClient()).isEqualTo("_rest");
    assertThat(streams.bytesWaiting()).isZero();
  }

  @Test
  void hasNoStreamOfAFlowFromTheMiddleNorOfADirectionWithoutSyn() {
    see(hosts.client(ACK, 1_001, 501, "data"));
    see(Conversation.fromPort(9).client(SYN, 1, 0, ""));
    see(Conversation.fromPort(9).server(ACK, 1, 2, "data"));
    assertThat(told.fromClient() + told.fromServer()).isEmpty();
    assertThat(streams.counts().of(SegmentFate.WITHOUT_SYN)).isEqualTo(1);
  }

  @Test
  void leavesOutWhatIsTooFarAhead() {
    handshake();
    int ahead = StreamSettings.DEFAULT.maxAheadBytes();
    see(hosts.client(ACK, 1_001 + ahead, 501, "x"));
    assertThat(streams.counts().of(SegmentFate.TOO_FAR)).isEqualTo(1);
    see(hosts.client(ACK, 1_001 + ahead - 1, 501, "x"));
    assertThat(streams.counts().of(SegmentFate.KEPT)).isEqualTo(1);
  }

  @Test
  void looksAtAStreamUpToTheEndOfTheSegmentThatReachesItsDepth() {
    streams = streams(new StreamSettings(StreamSettings.LEAST_BYTES, 64 << 10, 10));
    table = table();
    handshake();
    see(hosts.client(ACK, 1_003, 501, "3456789abcdef"));
    see(hosts.client(ACK, 1_001, 501, "12"));
    see(hosts.client(ACK, 1_016, 501, "more"));
    see(hosts.client(ACK, 1_008, 501, "again"));
    assertThat(told.fromClient()).isEqualTo("123456789abcdef");
    assertThat(streams.counts().of(SegmentFate.TOO_DEEP)).isEqualTo(2);
    assertThat(streams.bytesWaiting()).isZero();
  }

  @Test
  void aNewConnectionBetweenTheSamePortsIsANewStream() {
    List<Long> offsets = new ArrayList<>();
    streams =
        new Streams(
            StreamSettings.DEFAULT,
            new FlowNotes(MAX_FLOWS),
            new StreamListener() {
              @Override
              public boolean isTold(
                  int flow,
                  Direction way,
                  MemorySegment memory,
                  long offset,
                  int length,
                  long place) {
                return false;
              }

              @Override
              public void streamed() {}

              @Override
              public void data(
                  int flow,
                  Direction way,
                  MemorySegment memory,
                  long offset,
                  int length,
                  long streamOffset) {
                offsets.add(streamOffset);
              }

              @Override
              public void restarted(int flow, Direction way) {}

              @Override
              public void gap(int flow, Direction way, int length, long streamOffset) {}
            });
    table = table();
    handshake();
    see(hosts.client(ACK, 1_001, 501, "one"));
    see(hosts.client(ACK, 1_004, 501, "more"));
    see(hosts.client(RST, 1_008, 0, ""));
    see(hosts.client(SYN, 77, 0, ""));
    see(hosts.client(ACK, 78, 0, "other"));
    assertThat(offsets).containsExactly(0L, 3L, 0L);
  }

  /** Otherwise one acknowledgement would make 100,000 of them known at a time. */
  @Test
  void keepsOnlySoManyPieces() {
    handshake();
    int most = Streams.MOST_PIECES;
    for (int i = 1; i <= most + 10; i++) {
      see(hosts.client(ACK, 1_001 + 2 * i, 501, "x"));
    }
    assertThat(streams.counts().of(SegmentFate.KEPT)).isEqualTo(most);
    assertThat(streams.counts().of(SegmentFate.TOO_SCATTERED)).isEqualTo(10);
    see(hosts.client(ACK, 1_004, 501, "y"));
    see(hosts.client(ACK, 1_001 + 2 * (most + 5), 501, "x"));
    assertThat(streams.counts().of(SegmentFate.TOO_SCATTERED)).isEqualTo(10);
    // Those that are given up are of those no more, though their page may be kept for others.
    see(hosts.server(ACK, 501, 1_021, ""));
    see(hosts.client(ACK, 1_501, 501, "x"));
    assertThat(streams.counts().of(SegmentFate.TOO_SCATTERED)).isEqualTo(10);
    see(hosts.server(ACK, 501, 1_101_000, ""));
    assertThat(streams.bytesWaiting()).isZero();
  }

  @Test
  void tinySegmentsTakeNoMoreThanTheirBytes() {
    handshake();
    for (int at = 16 << 10; at > 0; at--) {
      see(hosts.client(ACK, 1_001 + at, 501, "x"));
    }
    assertThat(streams.bytesWaiting()).isEqualTo((16 << 10) + PagePool.PAGE_BYTES);
    see(hosts.client(ACK, 1_001, 501, "x"));
    assertThat(told.fromClient()).hasSize((16 << 10) + 1).matches("x+");
    assertThat(streams.bytesWaiting()).isZero();
  }

  @Test
  void aStormOfStreamsThatWaitStaysWithinItsMemory() {
    StreamSettings small = new StreamSettings(StreamSettings.LEAST_BYTES, 64 << 10, 1 << 20);
    int flows = 1_000;
    int storms = 3 * flows;
    streams = new Streams(small, new FlowNotes(flows), new Discarding());
    table = new FlowTable(FlowSettings.DEFAULT.withMaxFlows(flows), new Random(1), streams);
    for (int port = 1; port <= storms; port++) {
      Conversation storm = Conversation.fromPort(port);
      see(storm.client(SYN, 1_000, 0, ""));
      see(storm.client(ACK, 3_000, 0, "waits"));
      assertThat(streams.bytesWaiting()).isLessThanOrEqualTo(small.maxBytes());
    }
    assertThat(streams.counts().of(SegmentFate.EVICTED)).isPositive();
    assertThat(streams.counts().of(SegmentFate.KEPT)).isEqualTo(storms);
    table.clear();
    assertThat(streams.counts().of(SegmentFate.GAP)).isEqualTo(storms);
    assertThat(streams.bytesWaiting()).isZero();
  }

  private void handshake() {
    see(hosts.client(SYN, 1_000, 0, ""));
    see(hosts.server(SYN | ACK, 500, 1_001, ""));
    see(hosts.client(ACK, 1_001, 501, ""));
  }

  private void see(Packet packet) {
    streams.take(table, table.see(packet), packet);
  }

  private Streams streams(StreamSettings settings) {
    return new Streams(settings, new FlowNotes(MAX_FLOWS), told);
  }

  private FlowTable table() {
    return new FlowTable(FlowSettings.DEFAULT.withMaxFlows(MAX_FLOWS), new Random(1), streams);
  }
}
