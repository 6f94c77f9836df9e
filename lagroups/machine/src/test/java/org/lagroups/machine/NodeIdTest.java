package org.lagroups.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeIdTest {

  private static final NodeId LOW = id(1);
  private static final NodeId HIGH = id(0xff);

  private static NodeId id(int first) {
    byte[] value = new byte[NodeId.LENGTH];
    value[0] = (byte) first;
    return new NodeId(Bytes.wrapOwned(value));
  }

  @Test
  void readsBackItsText() {
    assertThat(NodeId.parse(HIGH.toString())).isEqualTo(HIGH).hasSameHashCodeAs(HIGH);
    assertThat(HIGH).isNotEqualTo(LOW).isNotEqualTo(HIGH.bytes());
  }

  @Test
  void hasTheLengthOfASha256() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NodeId(Bytes.wrapOwned(new byte[31])))
        .withMessageContaining("32 bytes, not 31");
  }

  @Test
  void isOrderedAsUnsignedBytes() {
    assertThat(new TreeSet<>(List.of(HIGH, LOW))).containsExactly(LOW, HIGH);
  }

  @Test
  void abbreviatesToTenCharacters() {
    assertThat(HIGH.abbreviated()).matches("n1[a-z0-9]{3}-[a-z0-9]{5}");
    assertThat(HIGH.toString()).startsWith(HIGH.abbreviated());
  }

  @Test
  void isNotTakenForAGroup() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroupId.parse(LOW.toString()))
        .withMessageStartingWith("this ID has to begin with g1");
  }
}
