package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.JoinResult;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.invitation.InvitationLink;
import org.lagroups.node.testing.TestNodes;
import org.lagroups.simnet.seed.Seeds;

@Tag("network")
class TwentyNodesTest {

  private static final int NODES = 20;
  private static final long JOIN_MILLIS = 30_000;

  /** Two seconds are promised on an idle machine; test runs share theirs. */
  private static final Duration PATIENCE = Duration.ofSeconds(Seeds.isFull() ? 2 : 10);

  @TempDir private Path folder;

  @Test
  void convergeToTheFullViewSoonAfterTheLastHasJoined() {
    try (TestNodes nodes = new TestNodes(folder)) {
      List<NodeProcess> all =
          IntStream.range(0, NODES).mapToObj(i -> nodes.start("node" + i)).toList();
      NodeProcess first = all.getFirst();
      GroupId group =
          first.node().loop().call(() -> first.node().membership().create(GroupSettings.DEFAULT));
      for (NodeProcess guest : all.subList(1, NODES)) {
        join(guest, invite(nodes, group));
      }
      long begin = System.nanoTime();
      List<NodeProcess> waiting = new ArrayList<>(all);
      TestNodes.await(
          "everyone sees everyone",
          () -> {
            waiting.removeIf(node -> edges(node, group) == NODES * (NODES - 1));
            return waiting.isEmpty();
          });
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    }
  }

  private static InvitationLink invite(TestNodes nodes, GroupId group) {
    return InvitationLink.parse(
        nodes
            .client("node0")
            .post(
                "/v1/groups/" + group + "/invitations",
                new CreateInvitation(null),
                InvitationCreated.class)
            .link());
  }

  private static void join(NodeProcess guest, InvitationLink link) {
    JoinResult result =
        guest
            .node()
            .loop()
            .call(() -> guest.node().membership().join(link.request(JOIN_MILLIS)))
            .join();
    assertThat(result).isInstanceOf(JoinResult.Joined.class);
  }

  private static int edges(NodeProcess node, GroupId group) {
    return node.node().loop().call(() -> node.node().groups().attestations(group).edgeCount());
  }
}
