package org.lagroups.core.group.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.group.GroupEvent.NodeLeft;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.Altered;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

class ViewCalculatorTest {

  private static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
  private static final long NOW = 1_767_225_600_000L;
  private static final NodeId SELF = id(0);

  private final AdvertisementDatabase database = new AdvertisementDatabase();
  private final Advertiser advertiser = new Advertiser(GROUP, GroupSettings.DEFAULT, () -> NOW);
  private final ViewChanges changes = new ViewChanges(GROUP, SELF, database);

  @Test
  void holdsExactlyWhatCanBeReached() {
    says(1, 2);
    says(2, 3, 0);
    says(4, 1, 5);
    View view = view(64, 1);
    assertThat(view.nodes()).containsExactlyInAnyOrder(id(0), id(1), id(2), id(3));
    assertThat(view.hasEdge(id(2), id(0))).isTrue();
    assertThat(view.hasEdge(id(4), id(1))).as("4 is not in the view").isFalse();
    assertThat(view.attestersOf(id(0)).keySet()).containsExactly(id(2));
  }

  @Test
  void endsWithTheAttestations() {
    says(1, 2);
    long expiry = GroupSettings.DEFAULT.grid().expiryFor(NOW);
    assertThat(viewAt(expiry - 1, 64, 1).contains(id(2))).isTrue();
    assertThat(viewAt(expiry, 64, 1).contains(id(2))).isFalse();
    assertThat(lost(viewAt(expiry - 1, 64, 1), viewAt(expiry, 64, 1), expiry))
        .containsExactly(new Loss.Expired());
  }

  @Test
  void leavesOutTheFarthestWhenThereAreTooMany() {
    says(1, 2);
    says(2, 3);
    says(3, 4, 0);
    View view = view(4, 1);
    assertThat(view.nodes()).containsExactlyInAnyOrder(id(0), id(1), id(2), id(3));
    assertThat(view.hasEdge(id(3), id(4))).isFalse();
    assertThat(view.hasEdge(id(3), id(0))).isTrue();
    assertThat(lost(view(5, 1), view, NOW)).containsExactly(new Loss.OverLimit());
  }

  @Test
  void isTheSameInWhateverOrderThingsWereHeard() {
    int[] many = IntStream.range(2, 40).toArray();
    says(1, many);
    View once = view(20, 1);
    says(1, many);
    assertThat(view(20, 1)).isEqualTo(once);
    assertThat(once.nodes()).hasSize(20).containsAll(nearest(many, 18));
  }

  @Test
  void inventedNodesDisplaceNobodyWhoHasSpoken() {
    put(advertiser.by(TestIdentities.of(1), invented(20)));
    says(2, 3, 4);
    says(3, 5);
    says(4);
    says(5, 6);
    View view = view(8, 1, 2);
    assertThat(view.nodes()).hasSize(8).contains(id(0), id(1), id(2), id(3), id(4), id(5));
  }

  @Test
  void whoHasNotSpokenTakesTurnsToo() {
    put(advertiser.by(TestIdentities.of(1), invented(20)));
    says(2, 3, 4);
    assertThat(view(7, 1, 2).nodes()).hasSize(7).contains(id(3), id(4));
  }

  @Test
  void attestersAtOneDepthTakeTurns() {
    int[] sybils = IntStream.range(30, 50).toArray();
    says(1, sybils);
    Arrays.stream(sybils).forEach(sybil -> says(sybil, 3));
    IntStream.rangeClosed(3, 6).forEach(this::says);
    says(2, 3, 4, 5, 6);
    View view = view(11, 1, 2);
    assertThat(view.nodes()).hasSize(11).contains(id(3), id(4), id(5), id(6));
    assertThat(view(9, 1, 2).nodes()).containsAll(nearest(new int[] {3, 4, 5, 6}, 3));
  }

  @Test
  void whomOneAttestsToOneselfIsNeverLeftOut() {
    int[] many = IntStream.range(30, 50).toArray();
    says(1, many);
    Arrays.stream(many).forEach(this::says);
    assertThat(view(6, 1, 2, 3, 4, 5).nodes())
        .containsExactlyInAnyOrder(id(0), id(1), id(2), id(3), id(4), id(5));
  }

  @Test
  void whoLeavesIsOutWhateverOthersSay() {
    says(1, 2);
    says(2, 1, 3);
    View before = view(64, 1, 2);
    put(advertiser.by(TestIdentities.of(2), ViewCalculatorTest::leaving));
    View after = view(64, 1, 2);
    assertThat(after.nodes()).containsExactlyInAnyOrder(id(0), id(1));
    Loss left = new Loss.Withdrawn(Reason.of(ReasonCode.LEFT));
    assertThat(changes.between(before, after, List.of(), NOW))
        .contains(
            new AttestationLost(GROUP, id(1), id(2), left),
            new AttestationLost(GROUP, id(0), id(2), left),
            new AttestationLost(GROUP, id(2), id(3), new Loss.AttesterOutOfView()),
            new NodeLeft(GROUP, id(2)),
            new NodeLeft(GROUP, id(3)))
        .hasSize(6);
  }

  @Test
  void aWithdrawalIsReportedWithItsReasonAndASilentOneWithNone() {
    says(1, 2, 3);
    View before = view(64, 1);
    Reason slow = Reason.of(ReasonCode.TOO_SLOW);
    put(
        advertiser.by(
            TestIdentities.of(1), content -> withdrawing(content, new Withdrawal(id(2), slow))));
    assertThat(lost(before, view(64, 1), NOW))
        .containsExactlyInAnyOrder(
            new Loss.Withdrawn(slow), new Loss.Withdrawn(Reason.of(ReasonCode.UNSPECIFIED)));
  }

  @Test
  void hopsCountLinksInEitherDirection() {
    says(1, 2);
    says(2, 3);
    View view = view(64, 1);
    int[] hops = view.topology().hopsFrom(view.topology().numberOf(id(3)));
    assertThat(hops[view.topology().numberOf(id(2))]).isEqualTo(1);
    assertThat(hops[view.topology().numberOf(id(1))]).isEqualTo(2);
    assertThat(hops[view.topology().numberOf(id(0))]).isEqualTo(3);
    assertThat(view.nearestFirst()).containsExactly(id(0), id(1), id(2), id(3));
  }

  @Test
  void theGraphTakesCostsAndCapacitiesFromTheInfos() {
    TreeMap<NodeId, LinkInfo> own = new TreeMap<>();
    own.put(
        id(1),
        new LinkInfo(
            OptionalLong.empty(),
            OptionalLong.of(8_000_000),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.of(2.5),
            Bytes.EMPTY));
    own.put(id(2), LinkInfo.NONE);
    View view = new ViewCalculator(SELF, 64, database).calculate(own, NOW);
    assertThat(view.graph().edge(SELF, id(1)))
        .hasValueSatisfying(edge -> {
          assertThat(edge.cost()).isEqualTo(2.5);
          assertThat(edge.capacity()).isEqualTo(8e6);
        });
    assertThat(view.graph().edge(SELF, id(2)))
        .hasValueSatisfying(edge -> assertThat(edge.cost()).isEqualTo(1));
  }

  private void says(int attester, int... attestees) {
    put(
        advertiser.by(
            TestIdentities.of(attester),
            Arrays.stream(attestees).mapToObj(ViewCalculatorTest::id).toArray(NodeId[]::new)));
  }

  /** IDs that come before all others, and whose keys nobody has. */
  private static NodeId[] invented(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new NodeId(Bytes.fromHex("%064x".formatted(number))))
        .toArray(NodeId[]::new);
  }

  private void put(SignedAdvertisement signed) {
    database.put(signed, signed.content().attesterId(), true);
  }

  private View view(int maxMembers, int... own) {
    return viewAt(NOW, maxMembers, own);
  }

  private View viewAt(long wallMillis, int maxMembers, int... own) {
    SortedMap<NodeId, LinkInfo> attestees = new TreeMap<>();
    Arrays.stream(own).forEach(node -> attestees.put(id(node), LinkInfo.NONE));
    return new ViewCalculator(SELF, maxMembers, database).calculate(attestees, wallMillis);
  }

  private List<Loss> lost(View before, View after, long wallMillis) {
    return changes.between(before, after, List.of(), wallMillis).stream()
        .filter(AttestationLost.class::isInstance)
        .map(event -> ((AttestationLost) event).loss())
        .toList();
  }

  private static List<NodeId> nearest(int[] nodes, int count) {
    return Arrays.stream(nodes).mapToObj(ViewCalculatorTest::id).sorted().limit(count).toList();
  }

  private static NodeId id(int node) {
    return TestIdentities.of(node).nodeId();
  }

  private static LinkStateAdvertisement leaving(LinkStateAdvertisement content) {
    return Altered.of(content).leaving();
  }

  private static LinkStateAdvertisement withdrawing(
      LinkStateAdvertisement content, Withdrawal withdrawal) {
    return Altered.of(content).entries(List.of()).withdrawals(withdrawal).content();
  }
}
