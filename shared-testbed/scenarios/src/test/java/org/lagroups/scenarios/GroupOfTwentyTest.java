package org.lagroups.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.GroupId;
import org.lagroups.node.transport.TransportCounters;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.cluster.LocalNode;
import org.lagroups.simnet.seed.Seeds;

/**
 * What a group of 20 real nodes costs while nothing happens: UDP payload as counted at their
 * sockets, heartbeats included.
 *
 * <p>All that an idle group does, it does every so many fractions of T_a. So a group with a T_a of
 * 15 s sends in a quarter of the time what one with 60 s sends, and is watched here; in a long run
 * it is the group with 60 s itself. {@code lag bench group} watches that one too.
 */
@Tag("network")
final class GroupOfTwentyTest {

  private static final int NODES = 20;
  private static final long PROMISED_VALIDITY_MILLIS = 60_000;
  private static final double PROMISED_BYTES_PER_SECOND = 2_048;
  private static final long LONGEST_FORMING_MILLIS = 120_000;
  private static final int QUICKER = Seeds.isFull() ? 1 : 4;
  private static final long VALIDITY_MILLIS = PROMISED_VALIDITY_MILLIS / QUICKER;

  @TempDir private Path folder;

  @Test
  void costsUnderTwoKilobytesASecondInEachDirectionWhileIdle() throws InterruptedException {
    try (LocalCluster cluster = new LocalCluster(folder)) {
      GroupId group = cluster.formGroup(NODES, VALIDITY_MILLIS);
      assertThat(LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isViewFull(group)))
          .isTrue();
      assertThat(LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isClique(group)))
          .isTrue();
      letPass(VALIDITY_MILLIS / 3);

      List<TransportCounters> before = counters(cluster);
      long start = System.nanoTime();
      letPass(VALIDITY_MILLIS);
      List<TransportCounters> after = counters(cluster);
      double seconds = (System.nanoTime() - start) / 1e9;

      for (int i = 0; i < NODES; i++) {
        TransportCounters from = before.get(i);
        TransportCounters to = after.get(i);
        assertThat((to.wireBytesOut() - from.wireBytesOut()) / seconds / QUICKER)
            .as("bytes a second sent by node %d", i)
            .isBetween(1.0, PROMISED_BYTES_PER_SECOND);
        assertThat((to.wireBytesIn() - from.wireBytesIn()) / seconds / QUICKER)
            .as("bytes a second received by node %d", i)
            .isBetween(1.0, PROMISED_BYTES_PER_SECOND);
      }
      // A machine too busy for heartbeats may cost an attestation for a moment.
      assertThat(LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isClique(group)))
          .isTrue();
    }
  }

  private static List<TransportCounters> counters(LocalCluster cluster) {
    return cluster.nodes().stream().map(LocalNode::counters).toList();
  }

  /** A time of nothing: the condition that never comes. */
  private static void letPass(long millis) throws InterruptedException {
    assertThat(LocalCluster.await(millis, () -> false)).isFalse();
  }
}
