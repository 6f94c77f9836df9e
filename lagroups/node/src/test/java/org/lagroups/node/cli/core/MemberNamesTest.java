package org.lagroups.node.cli.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.MemberView;
import org.lagroups.node.control.api.RobustView;

class MemberNamesTest {

  private final MemberNames names = new MemberNames(view("alice", "bob", "1"));

  @Test
  void takesWhateverAPersonMayCallAMember() {
    assertThat(names.resolve("me")).isEqualTo(id(0));
    assertThat(names.resolve("BOB")).isEqualTo(id(1));
    assertThat(names.resolve(id(1).abbreviated())).isEqualTo(id(1));
    assertThat(names.resolve("2")).isEqualTo(id(1));
    assertThat(names.resolve("3")).isEqualTo(id(2));
  }

  @Test
  void takesNoNumberThatIsAlsoTheNameOfAnother() {
    assertThatThrownBy(() -> names.resolve("1"))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("several members are meant");
  }

  @Test
  void refusesANumberOfNoRow() {
    for (String number : List.of("0", "4", "01", "-1", "99999999999")) {
      assertThatThrownBy(() -> names.resolve(number))
          .as(number)
          .isInstanceOf(CommandFailedException.class)
          .hasMessageContaining("no member is called " + number);
    }
  }

  static GroupView view(String... names) {
    List<MemberView> members =
        Stream.iterate(0, i -> i < names.length, i -> i + 1)
            .map(i -> new MemberView(id(i), names[i], List.of(), true, ""))
            .toList();
    return new GroupView(
        new GroupId(Bytes.wrapOwned(new byte[GroupId.LENGTH])),
        id(0),
        GroupSettings.DEFAULT,
        members,
        List.of(),
        new RobustView(RobustRule.NONE, "none", 0, null, 0, List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  private static NodeId id(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) (16 * (number + 1));
    return new NodeId(Bytes.wrapOwned(id));
  }
}
