package org.lagroups.core.transcript.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.transcript.exchange.Outcome.Given;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.core.wire.SnapshotCodec;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/**
 * How soon a newcomer has the whole graph, and at which price. Advertisements bring it two round
 * trips after the first attestation, and are needed anyway; a snapshot takes one round trip if it
 * is ready and two if it has to be made, and is shorter. That is why it is no part of joining.
 */
final class NewcomerTest {

  private static final int SIZE = 6;
  private static final int ONE_WAY_MILLIS = 25;
  private static final Duration ROUND_TRIP = Duration.ofMillis(2 * ONE_WAY_MILLIS);

  private final GroupWorld world =
      new GroupWorld(
          Seeds.one(),
          GroupSettings.DEFAULT,
          Optional.of(NativeBls.load().orElseGet(JavaBls::new)));

  @Test
  void hasTheWholeGraphTwoRoundTripsAfterItIsAttestedTo() {
    GroupId group = joined();
    int whole = SIZE * (SIZE - 1);
    Duration view =
        world
            .simulation()
            .runUntil(
                "the newcomer has the whole graph",
                Duration.ofSeconds(5),
                () -> world.groups(SIZE).attestations(group).edgeCount() >= whole);
    long bytes = world.groups(SIZE).statistics().bytesIn();
    assertThat(view).isLessThanOrEqualTo(ROUND_TRIP.multipliedBy(3));
    world.simulation().runFor(Duration.ofSeconds(1));
    Duration made = snapshot(group, whole, bytes);
    Duration ready = snapshot(group, whole, bytes);
    assertThat(ready).isBetween(ROUND_TRIP, ROUND_TRIP.plusMillis(10));
    assertThat(made)
        .isBetween(ROUND_TRIP.multipliedBy(2), ROUND_TRIP.multipliedBy(2).plusMillis(20));
  }

  /** A newcomer to whom a member has just attested for the first time. */
  private GroupId joined() {
    world.simulation().network().conditions(Conditions.PERFECT);
    world.simulation().network().latencyMillis(ONE_WAY_MILLIS);
    GroupId group = world.form(SIZE);
    world
        .simulation()
        .runUntil("all attest to all", Duration.ofMinutes(3), () -> world.isClique(group));
    world.simulation().runFor(Duration.ofSeconds(25));
    world.add(1);
    world.join(group, SIZE, 0);
    world
        .simulation()
        .runUntil(
            "it is attested to",
            Duration.ofMinutes(1),
            () -> !world.node(SIZE).app().joins().isEmpty());
    return group;
  }

  private Duration snapshot(GroupId group, int whole, long bytesOfAdvertisements) {
    List<Outcome<Snapshot>> outcomes = new ArrayList<>();
    world.node(SIZE).app().transcripts().snapshotFrom(group, world.id(0), outcomes::add);
    Duration taken =
        world.simulation().runUntil("a snapshot", Duration.ofMinutes(1), () -> !outcomes.isEmpty());
    assertThat(outcomes.getFirst()).isInstanceOf(Given.class);
    Snapshot snapshot = ((Given<Snapshot>) outcomes.getFirst()).proof();
    assertThat(snapshot.graph().edgeCount()).isGreaterThanOrEqualTo(whole);
    assertThat((long) SnapshotCodec.encode(snapshot).length()).isLessThan(bytesOfAdvertisements);
    return taken;
  }
}
