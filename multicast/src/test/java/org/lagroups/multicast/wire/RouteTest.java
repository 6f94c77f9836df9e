package org.lagroups.multicast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

class RouteTest {

  /** 3 passes to 1 and 2, 1 to 0; beside it 7 alone. */
  private static final Route ROUTE = route(3, 2, 1, 1, 0, 0, 2, 0, 7, 0);

  @Test
  void tellsEachMemberItsChildren() {
    assertThat(ROUTE.roots()).containsExactly(3, 7);
    assertThat(ROUTE.childrenOf(3)).containsExactly(1, 2);
    assertThat(ROUTE.childrenOf(1)).containsExactly(0);
    assertThat(ROUTE.childrenOf(0)).isEmpty();
    assertThat(ROUTE.childrenOf(7)).isEmpty();
    assertThat(ROUTE.childrenOf(5)).isEmpty();
    assertThat(ROUTE.size()).isEqualTo(5);
    assertThat(Route.NONE.roots()).isEmpty();
  }

  @Test
  void refusesWhatIsNoTrees() {
    assertThat(Route.isPreorder(bytes(3))).isFalse();
    assertThat(Route.isPreorder(bytes(3, 1))).as("a child is missing").isFalse();
    assertThat(Route.isPreorder(bytes(3, 1, 3, 0))).as("a member twice").isFalse();
    assertThat(Route.isPreorder(bytes(63, 0))).as("no such number").isFalse();
    assertThat(Route.isPreorder(bytes(-1, 0))).isFalse();
    assertThat(Route.isPreorder(bytes(3, -1))).isFalse();
    assertThat(Route.isPreorder(bytes(62, 0))).isTrue();
    assertThat(Route.isPreorder(Bytes.wrapOwned(new byte[2 * 64]))).as("too long").isFalse();
    assertThatThrownBy(() -> new Route(-1, Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> route(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Route route(int... entries) {
    return new Route(1, bytes(entries));
  }

  private static Bytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Bytes.wrapOwned(bytes);
  }
}
