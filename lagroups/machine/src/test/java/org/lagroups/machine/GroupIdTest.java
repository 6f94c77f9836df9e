package org.lagroups.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GroupIdTest {

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void readsBackItsText() {
    GroupId group = GroupId.random(random);
    assertThat(GroupId.parse(group.toString())).isEqualTo(group).hasSameHashCodeAs(group);
    assertThat(group.toString()).matches("g1[a-z0-9]{3}(-[a-z0-9]{5}){7}");
  }

  @Test
  void drawsAllOfItsBits() {
    GroupId first = GroupId.random(random);
    GroupId second = GroupId.random(random);
    assertThat(first).isNotEqualTo(second).isNotEqualByComparingTo(second);
    assertThat(first.bytes().length()).isEqualTo(160 / 8);
  }

  @Test
  void hasOneLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GroupId(Bytes.wrapOwned(new byte[32])))
        .withMessageContaining("20 bytes, not 32");
  }
}
