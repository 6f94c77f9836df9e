package org.lagroups.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.GroupId;
import org.lagroups.scenarios.cluster.LocalCluster;

/** How long it takes is measured by {@code lag bench group}. */
@Tag("network")
final class GroupOfTwentyTest {

  private static final int NODES = 20;
  private static final long LONGEST_MILLIS = 120_000;

  @TempDir private Path folder;

  @Test
  void everyNodeComesToSeeAllOthersAndToAttestToThem() throws InterruptedException {
    try (LocalCluster cluster = new LocalCluster(folder)) {
      GroupId group = cluster.formGroup(NODES, 60_000);
      assertThat(LocalCluster.await(LONGEST_MILLIS, () -> cluster.isViewFull(group))).isTrue();
      assertThat(LocalCluster.await(LONGEST_MILLIS, () -> cluster.isClique(group))).isTrue();
    }
  }
}
