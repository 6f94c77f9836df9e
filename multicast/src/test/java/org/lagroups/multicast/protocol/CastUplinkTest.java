package org.lagroups.multicast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.simnet.seed.Seeds;

/** One uplink for all streams of a node, of both kinds. */
class CastUplinkTest {

  private static final Audience ALL = new Audience.Everybody();
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final double CAP = 400_000;

  @Test
  void twoStreamsKeepTheCapTogetherAndShareItEqually() {
    Seeds.forEach(
        2,
        20,
        seed -> {
          CastWorld world = new CastWorld(seed, 2);
          world.source().app().machine().uplink().cap(CAP);
          SentStream one = world.sendFile(CastWorld.content(20_000_000), ALL, 8);
          SentStream two = world.sendFile(CastWorld.content(20_000_001), ALL, 8);
          Viewer first = world.view(0, world.link(one));
          Viewer second = world.view(1, world.link(two));
          world
              .sim()
              .runUntil(
                  "both come",
                  LIMIT,
                  () -> first.store().count() > 0 && second.store().count() > 0);
          world.runFor(Duration.ofSeconds(3));
          long oneBefore = one.statistics().byteSent();
          long twoBefore = two.statistics().byteSent();
          int seconds = 10;
          world.runFor(Duration.ofSeconds(seconds));
          double oneSent = one.statistics().byteSent() - oneBefore;
          double twoSent = two.statistics().byteSent() - twoBefore;
          assertThat(oneSent + twoSent).isBetween(0.9 * seconds * CAP, 1.01 * seconds * CAP);
          assertThat(oneSent / twoSent).isBetween(0.8, 1.25);
          assertThat(one.distributor().boundBytesPerSecond()).isBetween(0.45 * CAP, 0.7 * CAP);
          world.source().app().machine().close(one.header().id());
          world.runFor(Duration.ofSeconds(5));
          long left = two.statistics().byteSent();
          world.runFor(Duration.ofSeconds(5));
          assertThat(two.statistics().byteSent() - left).isGreaterThan((long) (0.9 * 5 * CAP));
        });
  }

  @Test
  void aRelaysTwoRolesKeepTheCapTogether() {
    int receivers = 8;
    CastWorld world = new CastWorld(Seeds.one(), receivers);
    world.others().forEach(node -> node.app().machine().uplink().cap(CAP));
    Bytes content = CastWorld.content(4_000_000);
    SentStream sent = world.sendFile(content, ALL, 3);
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < receivers; i++) {
      viewers.add(world.view(i, world.link(sent)));
    }
    boolean isTwice = false;
    long[] before = new long[receivers];
    while (!viewers.stream().allMatch(Viewer::isCompleted)) {
      assertThat(world.sim().now()).isLessThan(LIMIT);
      world.runFor(Duration.ofSeconds(1));
      for (int i = 0; i < receivers; i++) {
        ReceivedStream stream = world.other(i).app().machine().received().getFirst();
        long toSiblings =
            Optional.ofNullable(stream.member()).map(m -> m.statistics().byteSent()).orElse(0L);
        long toChildren = stream.distributor().map(d -> d.statistics().byteSent()).orElse(0L);
        assertThat(toSiblings + toChildren - before[i])
            .isLessThanOrEqualTo((long) (1.05 * CAP) + 2 * CastWorld.CHUNK_BYTES);
        before[i] = toSiblings + toChildren;
        isTwice |= toSiblings > 0 && toChildren > 0;
      }
    }
    assertThat(isTwice).as("somebody has both siblings and children").isTrue();
    viewers.forEach(viewer -> assertThat(viewer.store().content()).isEqualTo(content));
  }
}
