package org.lagroups.wormguard.flow.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowEnd;
import org.lagroups.wormguard.flow.FlowNotes;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.Packet;

/**
 * Packets with any flags and numbers, between few ports, at times that jump: the table stays whole,
 * and forgets all of them in the end.
 */
class FlowStormTest {

  private static final long SECOND = 1_000_000_000L;
  private static final int PACKETS = 1_500;
  private static final int PORTS = 24;
  private static final int FLAGS = 32;

  @Test
  void staysWholeAndForgetsAllInTheEnd() {
    Seeds.forEach(40, 2_000, seed -> new Storm(seed).run());
  }

  private static final class Storm {

    private final Random random;
    private final List<Conversation> hosts = new ArrayList<>();
    private final Streams streams;
    private final FlowTable table;

    Storm(long seed) {
      random = new Random(seed);
      final int most = 1 + random.nextInt(2 * PORTS);
      streams =
          new Streams(
              new StreamSettings(StreamSettings.LEAST_BYTES, 64 << 10, 1 << 20),
              new FlowNotes(most),
              new Discarding());
      table = new FlowTable(FlowSettings.DEFAULT.withMaxFlows(most), random, streams);
      for (int port = 1; port <= PORTS; port++) {
        hosts.add(Conversation.fromPort(port));
      }
    }

    void run() {
      for (int i = 0; i < PACKETS; i++) {
        see(packet());
        assertThat(table.size()).isEqualTo(table.counts().begun() - ended());
        if (random.nextInt(100) == 0) {
          pass(30 * SECOND * random.nextInt(20));
        }
      }
      pass(FlowSettings.DEFAULT.establishedNanos() + 2 * SECOND);
      for (int i = 0; i < 2 * PORTS; i++) {
        table.see(hosts.getFirst().clientDatagram());
      }
      assertThat(table.size()).isEqualTo(1);
      table.clear();
      assertThat(table.size()).isZero();
      assertThat(streams.bytesWaiting()).isZero();
    }

    private void see(Packet packet) {
      int flow = table.see(packet);
      boolean toServer = table.direction() == Direction.TO_SERVER;
      assertThat(toServer ? table.clientPort(flow) : table.serverPort(flow))
          .isEqualTo(packet.sourcePort());
      assertThat(table.protocol(flow)).isEqualTo(packet.protocol());
      streams.take(table, flow, packet);
    }

    private Packet packet() {
      Conversation one = hosts.get(random.nextInt(PORTS));
      int flags = random.nextInt(FLAGS);
      String payload = "x".repeat(random.nextInt(3));
      return switch (random.nextInt(6)) {
        case 0 -> one.clientDatagram();
        case 1 -> one.serverDatagram();
        case 2, 3 -> one.client(flags, number(), number(), payload);
        default -> one.server(flags, number(), number(), payload);
      };
    }

    /** Few, so that they often fit. */
    private long number() {
      return 1_000L + random.nextInt(8);
    }

    private void pass(long nanos) {
      hosts.forEach(each -> each.after(nanos));
    }

    private long ended() {
      long ended = 0;
      for (FlowEnd why : FlowEnd.values()) {
        ended += table.counts().ended(why);
      }
      return ended;
    }
  }
}
