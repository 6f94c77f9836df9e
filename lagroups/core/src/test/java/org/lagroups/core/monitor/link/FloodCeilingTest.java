package org.lagroups.core.monitor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.monitor.observe.Finding;

/** Ten messages and 1,000 bytes a second, twice that at once; windows of a second. */
final class FloodCeilingTest {

  private static final Finding FLOODING =
      Finding.bad(ReasonCode.FLOODING, "sent more than is acceptable");
  private static final FloodSettings SETTINGS =
      new FloodSettings(new Rate(10, 20), new Rate(1_000, 2_000), Duration.ofSeconds(1));

  private final FloodCeiling ceiling = new FloodCeiling(SETTINGS);
  private final List<Finding> findings = new ArrayList<>();
  private long nowNanos = Long.MAX_VALUE - 5_000_000_000L;

  @Test
  void findsWhatIsAllowedGood() {
    send(10, 100, 10);
    assertThat(findings).hasSize(10).containsOnly(Finding.good());
  }

  @Test
  void allowsABurstAfterAPause() {
    send(10, 0, 1);
    send(0, 0, 10);
    send(20, 100, 1);
    send(0, 0, 1);
    assertThat(findings).containsOnly(Finding.good());
  }

  @Test
  void findsTooManyMessagesInEveryWindowOfTheFlood() {
    send(100, 1, 3);
    send(0, 0, 2);
    assertThat(findings)
        .containsExactly(FLOODING, FLOODING, FLOODING, Finding.good(), Finding.good());
  }

  @Test
  void findsTooManyBytes() {
    send(2, 1_500, 2);
    assertThat(findings).containsExactly(FLOODING, FLOODING);
  }

  @Test
  void findsOneMessageThatIsLargerThanTheBurst() {
    send(1, 2_001, 1);
    assertThat(findings).containsExactly(FLOODING);
  }

  @Test
  void findsAFloodThatIsHardlyOneNowAndThen() {
    send(12, 10, 60);
    assertThat(findings).contains(FLOODING).hasSize(60);
    assertThat(findings.subList(0, 5)).doesNotContain(FLOODING);
  }

  @Test
  void refusesImpossibleSettingsAndCounts() {
    Rate rate = new Rate(1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloodSettings(rate, rate, Duration.ofMillis(9)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloodSettings(rate, rate, Duration.ofHours(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Received(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Received(0, -1));
  }

  /** So many messages of so many bytes in each of the next seconds, evenly. */
  private void send(int messages, int bytes, int seconds) {
    int steps = Math.max(messages, 1);
    for (int second = 0; second < seconds; second++) {
      long began = nowNanos;
      for (int i = 0; i < steps; i++) {
        nowNanos = began + 1_000_000_000L * i / steps;
        if (messages > 0) {
          ceiling.examine(Received.message(bytes), nowNanos).ifPresent(findings::add);
        } else {
          ceiling.tick(nowNanos).ifPresent(findings::add);
        }
      }
      nowNanos = began + 1_000_000_000L;
    }
    ceiling.tick(nowNanos).ifPresent(findings::add);
  }
}
