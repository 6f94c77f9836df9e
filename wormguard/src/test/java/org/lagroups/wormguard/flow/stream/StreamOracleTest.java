package org.lagroups.wormguard.flow.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowNotes;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.Packet;

/**
 * Segments of all sizes, out of order, repeated, overlapping with other bytes, some never sent,
 * with acknowledgements between them: what is told is what the oracle works out.
 */
class StreamOracleTest {

  private static final int SEGMENTS = 300;
  private static final int LONGEST = 200_000;
  private static final int MOST_PAYLOAD = 3_000;

  private final Told told = new Told();
  private final Conversation hosts = new Conversation(false, 4_000);

  @Test
  void tellsWhatTheOracleWorksOut() {
    Seeds.forEach(30, 2_000, seed -> new StreamOracleTest().run(new Random(seed)));
  }

  private void run(Random random) {
    StreamSettings settings =
        new StreamSettings(1 << 20, 64 << 10, 1 + random.nextInt(LONGEST + MOST_PAYLOAD));
    Streams streams = new Streams(settings, new FlowNotes(1), told);
    FlowTable table = new FlowTable(FlowSettings.DEFAULT.withMaxFlows(1), random, streams);
    Oracle oracle = new Oracle(settings, LONGEST + MOST_PAYLOAD);
    long initial = Integer.toUnsignedLong(random.nextInt());
    see(streams, table, hosts.client(SYN, initial, 0, ""));
    see(streams, table, hosts.server(SYN | ACK, 9, sequence(initial, 0), ""));
    // Mostly near to what comes next, so that there is a stream at all.
    int spread = 1 + random.nextInt(80_000);
    boolean isTiny = random.nextInt(4) == 0;
    for (int i = 0; i < SEGMENTS; i++) {
      int next = oracle.stream().length;
      int offset = Math.clamp(next - 2_000L + random.nextInt(spread), 0, LONGEST);
      byte[] data = new byte[1 + random.nextInt(isTiny ? 9 : MOST_PAYLOAD)];
      Arrays.fill(data, (byte) ('a' + random.nextInt(26)));
      oracle.segment(offset, data);
      see(streams, table, hosts.client(ACK, sequence(initial, offset), 10, data));
      if (random.nextInt(20) == 0) {
        int upTo = Math.max(0, next - 1_000 + random.nextInt(spread));
        oracle.acknowledged(upTo);
        see(streams, table, hosts.server(ACK, 10, sequence(initial, upTo), ""));
      }
      assertThat(told.bytes(Direction.TO_SERVER)).isEqualTo(oracle.stream());
    }
    oracle.ended();
    table.clear();
    assertThat(told.bytes(Direction.TO_SERVER)).isEqualTo(oracle.stream());
    assertThat(streams.bytesWaiting()).isZero();
  }

  private static void see(Streams streams, FlowTable table, Packet packet) {
    streams.take(table, table.see(packet), packet);
  }

  private static long sequence(long initial, int offset) {
    return initial + 1 + offset & 0xffffffffL;
  }
}
