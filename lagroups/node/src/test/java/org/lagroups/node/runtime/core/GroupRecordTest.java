package org.lagroups.node.runtime.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.robust.RobustEvent;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.runtime.core.GroupRecord.Change;
import org.lagroups.node.runtime.core.GroupRecord.What;

class GroupRecordTest {

  private final GroupId group = new GroupId(Bytes.copyOf(new byte[GroupId.LENGTH]));
  private long nowMillis = 1_000_000;
  private final GroupRecord record = new GroupRecord(() -> nowMillis);

  @Test
  void keepsWhatChangesInTheOrderInWhichItDid() {
    record.begin(group);
    record.note(new GroupEvent.NodeEntered(group, node(2)));
    nowMillis += 10;
    record.note(new GroupEvent.AttestationGained(group, node(1), node(2), LinkInfo.NONE));
    record.note(new RobustEvent.Entered(group, node(2)));
    nowMillis += 10;
    record.note(new RobustEvent.Left(group, node(2), List.of()));
    record.note(new GroupEvent.AttestationLost(group, node(1), node(2), new Loss.Expired()));
    record.note(new GroupEvent.NodeLeft(group, node(2)));
    assertThat(record.of(group).fromMillis()).isEqualTo(1_000_000);
    assertThat(record.of(group).changes())
        .containsExactly(
            new Change(1_000_000, What.ENTERED, node(2), null),
            new Change(1_000_010, What.ATTESTED, node(1), node(2)),
            new Change(1_000_010, What.ROBUST, node(2), null),
            new Change(1_000_020, What.NOT_ROBUST, node(2), null),
            new Change(1_000_020, What.LOST, node(1), node(2)),
            new Change(1_000_020, What.LEFT, node(2), null));
  }

  @Test
  void forgetsWhatIsOlderThanAnHourAndSaysFromWhenAllIsKnown() {
    record.begin(group);
    record.note(new GroupEvent.NodeEntered(group, node(2)));
    nowMillis += GroupRecord.KEPT_MILLIS;
    record.note(new GroupEvent.NodeEntered(group, node(3)));
    nowMillis += 1;
    assertThat(record.of(group).changes()).extracting(Change::node).containsExactly(node(3));
    assertThat(record.of(group).fromMillis()).isEqualTo(1_000_001);
  }

  @Test
  void ofAGroupInWhichVeryMuchChangesLessThanAnHourIsKept() {
    record.begin(group);
    for (int i = 0; i < 3 * GroupRecord.MOST; i++) {
      nowMillis++;
      record.note(new GroupEvent.NodeEntered(group, node(2)));
    }
    assertThat(record.of(group).changes()).hasSize(GroupRecord.MOST);
    assertThat(record.of(group).fromMillis())
        .isEqualTo(record.of(group).changes().getFirst().atMillis() - 1);
  }

  @Test
  void followsOnlyTheGroupsThatThereAre() {
    record.note(new GroupEvent.NodeEntered(group, node(2)));
    assertThat(record.of(group).changes()).isEmpty();
    record.begin(group);
    record.note(new GroupEvent.NodeEntered(group, node(2)));
    record.end(group);
    assertThat(record.of(group).changes()).isEmpty();
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.copyOf(id));
  }
}
