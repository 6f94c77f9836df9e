package org.lagroups.multicast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.relay.RelayVerdict.Reason;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.simnet.seed.Seeds;

/**
 * A live stream: what comes within the latency comes, and what does not is given up and counted.
 */
class RelayLiveTest {

  private static final int PAYLOAD = 5 * 1_316;
  private static final long LATENCY_MILLIS = 2_500;
  private static final RelaySettings LIVE =
      RelaySettings.usual(StreamMode.LIVE, PAYLOAD + 300).withLatencyMillis(LATENCY_MILLIS);
  private static final long WINDOW = 2_000;
  private static final Duration TAIL = Duration.ofSeconds(7);

  @Test
  void losesNothingOfAStreamThatFits() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed, 10);
          lab.stream(6, Duration.ofSeconds(10));
          lab.sim().runFor(TAIL);
          for (int i = 0; i < lab.receivers().size(); i++) {
            assertLost(lab, i, 0, 0);
          }
        });
  }

  @Test
  void losesNothingWhenARelayDiesAndTheLatencyIsLongEnough() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed, 10);
          lab.sim().after(Duration.ofSeconds(4), lab.node(3)::kill);
          lab.stream(6, Duration.ofSeconds(10));
          lab.sim().runFor(TAIL);
          for (int i = 0; i < lab.receivers().size(); i++) {
            if (i != 3) {
              assertLost(lab, i, 0, 0);
            }
          }
        });
  }

  @Test
  void givesUpWhatDoesNotFit() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed, 4);
          lab.stream(6, Duration.ofSeconds(15));
          lab.sim().runFor(TAIL);
          long dropped = lab.source().distributor().statistics().pktSndDrop();
          assertThat(dropped).isBetween(lab.source().given() / 5, lab.source().given() * 3 / 5);
          for (int i = 0; i < lab.receivers().size(); i++) {
            RelayStatistics statistics = lab.receiver(i).member().statistics();
            assertThat(statistics.pktRecv())
                .isGreaterThan(lab.source().given() * 2 / 5)
                .isLessThan(lab.source().given());
            assertThat(lab.receiver(i).store().size()).isLessThanOrEqualTo((int) WINDOW);
          }
        });
  }

  @Test
  void aSlowReceiverLosesAndTheOthersDoNot() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed, 10);
          lab.sim().after(Duration.ofSeconds(3), () -> lab.receiver(3).downlink(250_000));
          lab.stream(6, Duration.ofSeconds(20));
          lab.sim().runFor(TAIL);
          for (int i = 0; i < lab.receivers().size(); i++) {
            assertLost(lab, i, i == 3 ? 1 : 0, i == 3 ? lab.source().given() : 0);
          }
          assertThat(lab.source().verdicts())
              .isNotEmpty()
              .allMatch(verdict ->
                  verdict.reason() == Reason.SLOW && verdict.relay().equals(lab.node(3).id()));
        });
  }

  @Test
  void whoComesLaterBeginsWhereTheStreamIs() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed, 10);
          lab.source().distributor().remove(lab.node(3).id());
          lab.sim()
              .after(
                  Duration.ofSeconds(5),
                  () -> {
                    lab.node(3).restart();
                    lab.source().distributor().add(lab.node(3).id());
                  });
          lab.stream(6, Duration.ofSeconds(10));
          lab.sim().runFor(TAIL);
          RelayStatistics statistics = lab.receiver(3).member().statistics();
          assertThat(statistics.pktRcvDrop()).isZero();
          assertThat(statistics.pktRecv())
              .isBetween(lab.source().given() * 4 / 10, lab.source().given() * 6 / 10);
          assertThat(lab.receiver(3).member().below()).isEqualTo(lab.source().given());
        });
  }

  private static RelayLab lab(long seed, double uplinkMbit) {
    return new RelayLab(seed, LIVE, PAYLOAD, WINDOW, RelayLab.equal(8, uplinkMbit));
  }

  private static void assertLost(RelayLab lab, int receiver, long least, long most) {
    RelayStatistics statistics = lab.receiver(receiver).member().statistics();
    assertThat(statistics.pktRcvDrop()).as("lost by " + receiver).isBetween(least, most);
    assertThat(statistics.pktRecv() + statistics.pktRcvDrop())
        .as("had by " + receiver)
        .isEqualTo(lab.source().given());
    assertThat(lab.receiver(receiver).member().below()).isEqualTo(lab.source().given());
  }
}
