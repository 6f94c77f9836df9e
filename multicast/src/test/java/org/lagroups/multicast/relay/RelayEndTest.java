package org.lagroups.multicast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.simnet.seed.Seeds;

/** How a file ends. */
class RelayEndTest {

  private static final int PAYLOAD = 16 * 1024;
  private static final RelaySettings FILE = RelaySettings.usual(StreamMode.FILE, PAYLOAD + 300);
  private static final long CHUNKS = 800;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Those who have nothing else to send any more do what would take it seconds. */
  @Test
  void theLastChunksDoNotWaitForARelayThatHasBecomeSlow() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = new RelayLab(seed, FILE, PAYLOAD, RelayLab.equal(8, 10));
          Source source = lab.source();
          source.send(CHUNKS);
          lab.sim().runUntil("nearly all was sent", LIMIT, () -> source.given() == CHUNKS);
          lab.uplink(lab.node(3), 0.5);
          lab.sim()
              .runUntil(
                  "all was sent once", LIMIT, () -> source.distributor().waitingChunks() == 0);
          Duration rest = lab.sendFile(CHUNKS, LIMIT);
          assertThat(rest).isLessThan(Duration.ofMillis(1_500));
        });
  }
}
