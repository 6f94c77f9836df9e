package org.lagroups.multicast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** A file whose receivers come while it is sent: the source's uplink is spent on no chunk twice. */
class RelayStartTest {

  private static final int PAYLOAD = 16 * 1024;
  private static final RelaySettings FILE = RelaySettings.usual(StreamMode.FILE, PAYLOAD + 300);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void whatSeveralMissWhoCameLaterGoesToThemTogether() {
    Seeds.forEach(
        1,
        10,
        seed -> {
          RelayLab lab = RelayLab.empty(seed, FILE, PAYLOAD, RelayLab.equal(8, 10));
          List<SimNode<Receiver>> late = lab.receivers().subList(1, 8);
          lab.come(lab.node(0).id());
          lab.source().send(400);
          lab.sim().runFor(Duration.ofSeconds(2));
          assertThat(sentChunks(lab)).isGreaterThan(100);
          late.forEach(node -> lab.come(node.id()));
          lab.sendFile(400, LIMIT);
          // Each of the seven would get a hundred or more from the source alone otherwise.
          assertThat(sentChunks(lab)).isLessThan(850);
        });
  }

  @Test
  void beginsWhenThoseWhoComeTogetherAreThere() {
    Seeds.forEach(
        1,
        10,
        seed -> {
          RelayLab lab = RelayLab.empty(seed, FILE, PAYLOAD, RelayLab.equal(8, 10));
          lab.source().send(200);
          for (SimNode<Receiver> node : lab.receivers()) {
            assertThat(sentChunks(lab)).isZero();
            lab.come(node.id());
            lab.sim().runFor(Duration.ofMillis(150));
          }
          lab.sim().runFor(Duration.ofMillis(300));
          assertThat(sentChunks(lab)).isPositive();
          lab.sim()
              .runUntil(
                  "all was sent once",
                  LIMIT,
                  () -> lab.source().distributor().waitingChunks() == 0);
          assertThat(sentChunks(lab)).isLessThan(210);
        });
  }

  @Test
  void theFirstDoesNotWaitForeverForWhoKeepsComing() {
    RelayLab lab = RelayLab.empty(Seeds.one(), FILE, PAYLOAD, RelayLab.equal(20, 10));
    lab.source().send(200);
    for (SimNode<Receiver> node : lab.receivers()) {
      lab.come(node.id());
      lab.sim().runFor(Duration.ofMillis(150));
    }
    assertThat(sentChunks(lab)).isPositive();
  }

  private static long sentChunks(RelayLab lab) {
    return lab.source().distributor().statistics().pktSent();
  }
}
