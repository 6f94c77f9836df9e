package org.lagroups.scenarios.bench.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.bench.cast.content.SharedFile;
import org.lagroups.scenarios.bench.cast.host.PeerHost.Kind;
import org.lagroups.scenarios.netlab.HostPlan;
import org.lagroups.scenarios.netlab.Laboratories;
import org.lagroups.scenarios.netlab.Laboratory;
import org.lagroups.scenarios.netlab.Rate;

final class PeerTrialTest {

  private static final List<String> HOSTS = List.of("s", "a", "b", "c");
  private static final double MBIT = 20;

  /** What a full packet brings of what it takes on the cable. */
  private static final double GOODPUT = MBIT * 1_448 / 1_514;

  private static final SharedFile FILE = new SharedFile(1, 80, 16_384);
  private static final long LONGEST_MILLIS = 60_000;

  @Test
  void eachWayDeliversTheFileAsFastAsItsTreeOrMeshCan() throws InterruptedException {
    Laboratories.assumePossible();
    List<HostPlan> plans =
        Stream.concat(
                HOSTS.stream().map(name -> HostPlan.of(name).up(Rate.ofMbit(MBIT))),
                Stream.of(HostPlan.of("sink")))
            .toList();
    try (Laboratory laboratory = Laboratory.make("peers", plans)) {
      Uplinks uplinks = Uplinks.measure(laboratory, HOSTS, "sink", 1_000);
      assertThat(uplinks.mbit().keySet()).containsExactlyInAnyOrderElementsOf(HOSTS);
      assertThat(uplinks.mbit().values())
          .allSatisfy(mbit -> assertThat(mbit).isCloseTo(GOODPUT, withinPercentage(7)));
      double bound = uplinks.bound("s");
      assertThat(bound).isCloseTo(GOODPUT, withinPercentage(7));

      List<String> receivers = HOSTS.subList(1, HOSTS.size());
      double star = mbit(laboratory, Links.star("s", receivers));
      assertThat(star).isBetween(.7 * bound / 3, 1.1 * bound / 3);
      double tree = mbit(laboratory, Links.bestTree("s", uplinks.mbit()));
      assertThat(tree).isBetween(.5 * bound, 1.1 * bound);
      double mesh = mbit(laboratory, Links.mesh(Kind.MESH_RAREST, HOSTS, 1));
      assertThat(mesh).isBetween(star, 1.1 * bound);
    }
  }

  private static double mbit(Laboratory laboratory, Links links) throws InterruptedException {
    try (PeerTrial trial = PeerTrial.start(laboratory, HOSTS, links, FILE)) {
      return trial.goodputMbit(LONGEST_MILLIS);
    }
  }
}
