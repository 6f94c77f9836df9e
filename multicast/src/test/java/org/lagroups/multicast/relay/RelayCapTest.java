package org.lagroups.multicast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.simnet.seed.Seeds;

/** Uplinks that could carry much more than their nodes want to give. */
class RelayCapTest {

  private static final int PAYLOAD = 16 * 1024;
  private static final RelaySettings FILE = RelaySettings.usual(StreamMode.FILE, PAYLOAD + 300);
  private static final double MBIT_BYTES = 125_000;
  private static final double[] CAPS = {20, 2, 10, 20, 30};

  @Test
  void plansForAMembersCapBeforeAnythingWasMeasured() {
    RelayLab lab = lab(Seeds.one());
    lab.sim().runFor(Duration.ofMillis(2_500)); // the plan before was made without caps
    for (int i = 0; i < 4; i++) {
      assertThat(planned(lab, lab.node(i).id()))
          .as("of receiver " + i)
          .isLessThanOrEqualTo(CAPS[i + 1] * MBIT_BYTES * 1.001);
    }
    assertThat(lab.source().distributor().boundBytesPerSecond())
        .isBetween(0.999 * lab.bound(CAPS), 1.001 * lab.bound(CAPS));
  }

  @Test
  void reachesTheBoundOfTheCapsAndExceedsNone() {
    Seeds.forEach(
        1,
        10,
        seed -> {
          RelayLab lab = lab(seed);
          long chunks = 2_000;
          Duration took = lab.sendFile(chunks, Duration.ofMinutes(5));
          assertThat(lab.goodput(chunks, took) / lab.bound(CAPS)).isGreaterThan(0.9);
          double seconds = took.toNanos() / 1e9 + 0.2;
          for (int i = 0; i < 4; i++) {
            assertThat(lab.receiver(i).member().statistics().byteSent() / seconds)
                .as("what receiver %d sent", i)
                .isLessThanOrEqualTo(CAPS[i + 1] * MBIT_BYTES);
          }
          assertThat(lab.source().distributor().statistics().byteSent() / seconds)
              .isLessThanOrEqualTo(CAPS[0] * MBIT_BYTES);
        });
  }

  @Test
  void followsACapThatIsRaised() {
    RelayLab lab = lab(Seeds.one());
    lab.source().send(100_000);
    lab.sim().runFor(Duration.ofSeconds(2));
    double before = lab.source().distributor().boundBytesPerSecond();
    lab.source().uplink().cap(45 * MBIT_BYTES);
    for (int i = 0; i < 4; i++) {
      lab.receiver(i).uplink().cap(45 * MBIT_BYTES);
    }
    lab.sim().runFor(Duration.ofSeconds(2));
    assertThat(lab.source().distributor().boundBytesPerSecond()).isGreaterThan(2 * before);
  }

  private static RelayLab lab(long seed) {
    return new RelayLab(seed, FILE, PAYLOAD, RelayLab.equal(4, 80)).withCaps(CAPS);
  }

  /** What the plan wants a member to send, in bytes per second. */
  private static double planned(RelayLab lab, NodeId node) {
    Distributor distributor = lab.source().distributor();
    return distributor.trees().stream()
        .mapToDouble(tree ->
            tree.shape().senders().entrySet().stream()
                .filter(sender -> sender.getKey() != Shape.PARENT)
                .filter(sender -> distributor.memberAt(sender.getKey()).orElseThrow().equals(node))
                .mapToDouble(sender -> sender.getValue() * tree.rate())
                .sum())
        .sum();
  }
}
