package org.lagroups.node.cli.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;

class RobustTextTest {

  private static final RobustRule THIRD = RobustRule.parse("third/1");

  @Test
  void countsOneMemberAsOne() {
    RobustView alone = view("agreed", 1, 0, node(1, true, 0));
    assertThat(RobustText.summary(alone.summary()))
        .isEqualTo("1 robust member at t = 0, assured; agreed view 1");
  }

  @Test
  void saysOfWhichAgreedMembersThisNodeSeesTooLittle() {
    RobustView left = view("agreed", 2, 1, node(1, false, 0), node(2, false, 0));
    assertThat(RobustText.summary(left.summary()))
        .isEqualTo(
            "2 robust members at t = 1, 0 of them assured; agreed view 2, but 2 of its members have"
                + " too few attestations in what this node sees");
    assertThat(RobustText.standing(left, left.nodes().getFirst())).isEqualTo("agreed only");
    RobustView together = view("agreed", 2, 1, node(1, true, 1), node(2, true, 1));
    assertThat(RobustText.summary(together.summary()))
        .isEqualTo("2 robust members at t = 1, 2 of them assured; agreed view 2");
  }

  @Test
  void saysThatAMemberOfNoAgreedViewIsNone() {
    RobustNode outside = new RobustNode(id(3), false, false, 2, 0);
    RobustView view = view("static", 0, 1, node(1, true, 1), outside);
    assertThat(RobustText.standing(view, outside)).isEqualTo("-");
    assertThat(RobustText.standing(view, view.nodes().getFirst())).isEqualTo("assured");
    assertThat(RobustText.brief(view.summary())).isEqualTo("1 at t = 1");
  }

  private static RobustView view(String basis, long view, int threshold, RobustNode... nodes) {
    return new RobustView(THIRD, basis, view, null, threshold, List.of(nodes));
  }

  private static RobustNode node(int number, boolean assured, int attestations) {
    return new RobustNode(id(number), true, assured, attestations, attestations);
  }

  private static NodeId id(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }
}
