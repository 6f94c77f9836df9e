package org.lagroups.multicast.relay.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.wire.Route;
import org.lagroups.simnet.engine.SeedTree;
import org.lagroups.simnet.seed.Seeds;

class ShapeTest {

  @Test
  void theRouteSaysWhatTheTreeIs() {
    Seeds.forEach(
        20,
        1_000,
        seed -> {
          RandomGenerator random = SeedTree.random(seed, "tree");
          Map<Integer, Integer> parents = randomTree(random, random.nextInt(1, 64));
          Shape shape = Shape.of(parents);
          Route route = shape.route(3);
          assertThat(route.epoch()).isEqualTo(3);
          assertThat(route.size()).isEqualTo(parents.size());
          assertThat(route.roots()).isEqualTo(shape.to(Shape.PARENT));
          for (int member : parents.keySet()) {
            assertThat(route.childrenOf(member)).isEqualTo(shape.to(member));
            assertThat(shape.from(member)).isEqualTo(parents.get(member));
          }
          int links = shape.senders().values().stream().mapToInt(Integer::intValue).sum();
          assertThat(links).isEqualTo(parents.size());
        });
  }

  @Test
  void starAndHubAreTrees() {
    long members = Members.of(2) | Members.of(5) | Members.of(62);
    assertThat(Shape.star(members))
        .isEqualTo(Shape.of(Map.of(2, Shape.PARENT, 5, Shape.PARENT, 62, Shape.PARENT)));
    assertThat(Shape.hub(5, members)).isEqualTo(Shape.of(Map.of(2, 5, 5, Shape.PARENT, 62, 5)));
    assertThat(Shape.hub(5, members).relays()).isEqualTo(Members.of(5));
    assertThat(Shape.star(members).relays()).isZero();
    assertThat(Members.list(members)).containsExactly(2, 5, 62);
  }

  @Test
  void refusesWhatIsNoTree() {
    assertThatThrownBy(() -> Shape.of(Map.of(1, 2, 2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Shape.of(Map.of(1, Shape.PARENT, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<Integer, Integer> randomTree(RandomGenerator random, int size) {
    Map<Integer, Integer> parents = new HashMap<>();
    for (int member = 0; member < size; member++) {
      int above = random.nextInt(member + 1);
      parents.put(member, above == member ? Shape.PARENT : above);
    }
    return parents;
  }
}
