package org.lagroups.scenarios.bench.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.scenarios.bench.group.host.Library.JGROUPS;
import static org.lagroups.scenarios.bench.group.host.Library.LAGROUPS;
import static org.lagroups.scenarios.bench.group.host.Library.SCALECUBE;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.bench.report.Measurement;

final class ComparisonTest {

  @Test
  void oursHasToStayBelowAShareOfTheBestPeer() {
    Measurement row =
        new Comparison<>(Map.of(LAGROUPS, 3.0, JGROUPS, 10.0, SCALECUBE, 8.0))
            .rowAgainstPeers("crash", "ms", figure -> figure, 0.5);
    assertThat(row.ours()).isEqualTo(3);
    assertThat(row.peers()).containsValues(10.0, 8.0).hasSize(2);
    assertThat(row.bound()).hasValue(4);
  }

  @Test
  void aPeerThatFailedIsNoBound() {
    Measurement row =
        new Comparison<>(Map.of(LAGROUPS, 3.0, JGROUPS, 10.0))
            .rowAgainstPeers("crash", "ms", figure -> figure, 0.5);
    assertThat(row.bound()).hasValue(5);
    Measurement alone =
        new Comparison<>(Map.of(LAGROUPS, 3.0))
            .rowAgainstPeers("crash", "ms", figure -> figure, 0.5);
    assertThat(alone.bound()).isEmpty();
  }

  @Test
  void knowsThatOursFailed() {
    assertThat(new Comparison<>(Map.of(JGROUPS, 1)).hasOurs()).isFalse();
    assertThat(new Comparison<>(Map.of(LAGROUPS, 1)).hasOurs()).isTrue();
  }
}
