package org.lagroups.multicast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.simnet.seed.Seeds;

/** More receivers than a source serves itself, all with the same uplinks. */
class CastLevelsTest {

  private static final int RECEIVERS = 24;
  private static final int CHILDREN = 8;
  private static final int MEGABYTE = 1_000_000;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void theLowestLevelGetsMostOfWhatTheUplinksCarry() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          CastWorld world = new CastWorld(seed, RECEIVERS);
          SentStream sent =
              world.sendFile(CastWorld.content(20 * MEGABYTE), new Audience.Everybody(), CHILDREN);
          List<Viewer> viewers = viewers(world, sent);
          world.sim().runUntil("all begin", LIMIT, () -> viewers.stream().allMatch(all(200)));
          int before = least(viewers);
          world.runFor(Duration.ofSeconds(5));
          double rate = (double) (least(viewers) - before) * CastWorld.CHUNK_BYTES / 5;
          // An uplink for each, and three or four that serve a group besides their own.
          assertThat(rate).isGreaterThan(0.5 * CastWorld.UPLINK_BYTES_PER_SECOND);
          assertThat(viewers.stream().filter(CastLevelsTest::isInner).count())
              .as("few serve others, so that the uplinks of their children are of use")
              .isLessThanOrEqualTo(5);
          world
              .sim()
              .runUntil("all have it", LIMIT, () -> viewers.stream().allMatch(Viewer::isCompleted));
        });
  }

  private static List<Viewer> viewers(CastWorld world, SentStream sent) {
    return IntStream.range(0, RECEIVERS).mapToObj(i -> world.view(i, world.link(sent))).toList();
  }

  private static Predicate<Viewer> all(int chunks) {
    return viewer -> viewer.store().count() >= chunks;
  }

  private static int least(List<Viewer> viewers) {
    return viewers.stream().mapToInt(viewer -> viewer.store().count()).min().orElseThrow();
  }

  private static boolean isInner(Viewer viewer) {
    return viewer.stream().tree().map(Tree::children).filter(all -> !all.isEmpty()).isPresent();
  }
}
