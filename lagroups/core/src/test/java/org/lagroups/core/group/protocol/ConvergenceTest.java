package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.seed.Seeds;

class ConvergenceTest {

  @Test
  void twentyNodesSeeEachOtherWithinTwoSecondsOfJoining() {
    Seeds.forEach(
        5,
        200,
        seed -> {
          GroupWorld world = new GroupWorld(seed, GroupSettings.DEFAULT);
          GroupId group = world.form(20);
          assertThat(world.simulation().now()).isLessThan(Duration.ofSeconds(2));
          world.simulation().runUntil("clique", Duration.ofSeconds(5), () -> world.isClique(group));
        });
  }

  @Test
  void idleGroupOfTwentyCostsLittle() {
    GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    GroupId group = world.form(20);
    world.simulation().runFor(Duration.ofMinutes(2));
    long before = world.node(3).traffic().sentBytes(GroupMachine.PROTOCOL.number());
    world.simulation().runFor(Duration.ofMinutes(10));
    long bytes = world.node(3).traffic().sentBytes(GroupMachine.PROTOCOL.number()) - before;
    assertThat(world.isClique(group)).isTrue();
    assertThat(bytes / 600).isLessThan(1_200);
  }
}
