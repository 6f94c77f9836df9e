package org.lagroups.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.testing.FakeLaGroups;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

final class RoutesTest {

  private static final GroupId GROUP = GroupId.random(new Random(1));
  private static final NodeId SELF = node(0);

  private final FakeLaGroups groups = new FakeLaGroups(SELF, GROUP, GroupSettings.DEFAULT);
  private final Set<NodeId> linked = new HashSet<>();
  private final Routes routes = new Routes(SELF, groups, linked::contains);

  @Test
  void findsTheShortestRoute() {
    mutual(0, 1);
    mutual(1, 2);
    mutual(2, 9);
    mutual(0, 3);
    mutual(3, 9);

    assertThat(routes.shortest(GROUP, node(9))).contains(route(0, 3, 9));
  }

  @Test
  void findsRoutesThatShareNoRelayShortestFirst() {
    mutual(0, 9);
    mutual(0, 1);
    mutual(1, 9);
    mutual(0, 2);
    mutual(2, 3);
    mutual(3, 9);

    assertThat(routes.disjoint(GROUP, node(9), 5))
        .containsExactly(route(0, 9), route(0, 1, 9), route(0, 2, 3, 9));
    assertThat(routes.disjoint(GROUP, node(9), 2)).containsExactly(route(0, 9), route(0, 1, 9));
  }

  @Test
  void prefersMutualAttestations() {
    oneWay(0, 1);
    oneWay(1, 9);
    mutual(0, 2);
    mutual(2, 3);
    mutual(3, 9);

    assertThat(routes.shortest(GROUP, node(9))).contains(route(0, 2, 3, 9));
  }

  @Test
  void takesOneWayAttestationsInEitherDirectionWhenThereAreTooFew() {
    mutual(0, 1);
    oneWay(9, 1);
    oneWay(2, 0);
    oneWay(2, 9);

    assertThat(routes.shortest(GROUP, node(9))).isPresent();
    assertThat(routes.disjoint(GROUP, node(9), 2))
        .containsExactlyInAnyOrder(route(0, 1, 9), route(0, 2, 9));
  }

  @Test
  void beginsWithALinkThatIsUp() {
    mutual(0, 9);
    mutual(0, 1);
    mutual(1, 9);
    linked.remove(node(9));

    assertThat(routes.disjoint(GROUP, node(9), 2)).containsExactly(route(0, 1, 9));
  }

  @Test
  void findsNoneToANodeOutsideTheView() {
    assertThat(routes.shortest(GROUP, node(9))).isEmpty();
    assertThat(routes.disjoint(GROUP, node(9), 3)).isEmpty();
  }

  @Test
  void leavesOutRoutesThatAreTooLong() {
    for (int i = 0; i < Route.MAX_NODES; i++) {
      mutual(i, i + 1);
    }

    assertThat(routes.shortest(GROUP, node(Route.MAX_NODES))).isEmpty();
    assertThat(routes.shortest(GROUP, node(Route.MAX_NODES - 1))).isPresent();
  }

  @Test
  void refusesARouteToItself() {
    assertThatIllegalArgumentException().isThrownBy(() -> routes.shortest(GROUP, SELF));
  }

  @Test
  void aRouteHasTwoToSixteenDifferentNodes() {
    assertThatIllegalArgumentException().isThrownBy(() -> route(0));
    assertThatIllegalArgumentException().isThrownBy(() -> route(0, 1, 0));
    int[] tooMany = new int[Route.MAX_NODES + 1];
    Arrays.setAll(tooMany, i -> i);
    assertThatIllegalArgumentException().isThrownBy(() -> route(tooMany));
    assertThat(route(0, 1, 2).relays()).containsExactly(node(1));
    assertThat(route(0, 1).isDirect()).isTrue();
  }

  private void mutual(int one, int other) {
    oneWay(one, other);
    oneWay(other, one);
  }

  private void oneWay(int attester, int attestee) {
    groups.attest(node(attester), node(attestee));
    linked.addAll(List.of(node(attester), node(attestee)));
  }

  private static Route route(int... nodes) {
    return new Route(GROUP, Arrays.stream(nodes).mapToObj(RoutesTest::node).toList());
  }

  private static NodeId node(int number) {
    byte[] value = new byte[NodeId.LENGTH];
    value[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(value));
  }
}
