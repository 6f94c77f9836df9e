package org.lagroups.desktop.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.people.GroupSamples;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.MemberView;
import org.lagroups.node.control.api.RobustView;

class DirectoryTest {

  private final Directory directory = new Directory();

  @Test
  void nodesHaveTheNamesAndGroupsTheMembersThatWereHeardOfLast() {
    assertThat(directory.node(Samples.id(2))).isEqualTo(Samples.id(2).abbreviated());
    assertThat(directory.group(Samples.group(1))).startsWith("g1");
    directory.learn(GroupSamples.ring(4, 1));
    assertThat(directory.node(Samples.id(2))).isEqualTo("Member 2");
    assertThat(directory.group(Samples.group(1))).isEqualTo("You, Member 2, Member 3 and 1 more");
    directory.learn(GroupSamples.ring(1, 0));
    assertThat(directory.group(Samples.group(1))).isEqualTo("You alone");
    assertThat(directory.node(Samples.id(2))).as("it has left").isEqualTo("Member 2");
  }

  @Test
  void tellsOfChangesOnly() {
    directory.learn(GroupSamples.ring(2, 1));
    long before = directory.changes().get();
    directory.learn(GroupSamples.ring(2, 1));
    assertThat(directory.changes().get()).isEqualTo(before);
    directory.learn(GroupSamples.ring(3, 1));
    assertThat(directory.changes().get()).isGreaterThan(before);
  }

  @Test
  void ofVeryManyTheOldestAreForgotten() {
    directory.learn(view(0, 0));
    for (int i = 1; i <= Directory.MOST_GROUPS; i++) {
      directory.learn(view(i, 0));
    }
    assertThat(directory.group(group(0))).startsWith("g1");
    assertThat(directory.group(group(1))).isEqualTo("You and Node 0");
    for (int i = 1; i <= Directory.MOST_NODES; i++) {
      directory.learn(view(1, i));
    }
    assertThat(directory.node(node(0))).isEqualTo(node(0).abbreviated());
    assertThat(directory.node(node(1))).isEqualTo("Node 1");
  }

  private static GroupView view(int group, int node) {
    return new GroupView(
        group(group),
        Samples.id(1),
        GroupSettings.DEFAULT,
        List.of(new MemberView(node(node), "Node " + node, List.of(), true, "")),
        List.of(),
        new RobustView(RobustRule.NONE, "none", 0, null, 0, List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  private static GroupId group(int number) {
    return new GroupId(Bytes.copyOf(ByteBuffer.allocate(GroupId.LENGTH).putInt(number).array()));
  }

  private static NodeId node(int number) {
    return new NodeId(Bytes.copyOf(ByteBuffer.allocate(NodeId.LENGTH).putInt(number).array()));
  }
}
