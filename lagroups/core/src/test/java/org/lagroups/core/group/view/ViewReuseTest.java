package org.lagroups.core.group.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

/** A view that takes over what has not changed is the same as one made from nothing. */
class ViewReuseTest {

  private static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
  private static final long NOW = 1_767_225_600_000L;
  private static final int NODES = 10;
  private static final int ROOM = 8;
  private static final NodeId SELF = TestIdentities.of(0).nodeId();

  private final Advertiser advertiser = new Advertiser(GROUP, GroupSettings.DEFAULT, () -> NOW);

  @Test
  void isTheSameWhateverChangedBefore() {
    Seeds.forEach(20, 1_000, seed -> changeAtRandom(new SplittableRandom(seed)));
  }

  private void changeAtRandom(SplittableRandom random) {
    AdvertisementDatabase database = new AdvertisementDatabase();
    ViewCalculator reusing = new ViewCalculator(SELF, ROOM, database);
    SortedMap<NodeId, LinkInfo> own = infosOf(random, 0);
    for (int step = 0; step < 50; step++) {
      int attester = random.nextInt(NODES);
      if (attester == 0) {
        own = infosOf(random, 0);
      } else {
        NodeId[] attestees = infosOf(random, attester).keySet().toArray(NodeId[]::new);
        SignedAdvertisement signed = advertiser.by(TestIdentities.of(attester), attestees);
        database.put(signed, signed.content().attesterId(), true);
      }
      View view = reusing.calculate(own, NOW);
      assertSame(view, new ViewCalculator(SELF, ROOM, database).calculate(own, NOW));
      NodeId speaker = view.nearestFirst().get(random.nextInt(view.nodes().size()));
      SortedMap<NodeId, LinkInfo> infos = remeasured(random, view.attesteesOf(speaker));
      view.graph();
      assertSame(view.withInfos(speaker, infos).orElseThrow(), replaced(view, speaker, infos));
    }
  }

  @Test
  void takesNoInfosOfOtherAttestees() {
    AdvertisementDatabase database = new AdvertisementDatabase();
    SortedMap<NodeId, LinkInfo> own = new TreeMap<>();
    own.put(TestIdentities.of(1).nodeId(), LinkInfo.NONE);
    View view = new ViewCalculator(SELF, ROOM, database).calculate(own, NOW);
    SortedMap<NodeId, LinkInfo> other = new TreeMap<>();
    other.put(TestIdentities.of(2).nodeId(), LinkInfo.NONE);
    assertThat(view.withInfos(SELF, other)).isEmpty();
    assertThat(view.withInfos(SELF, new TreeMap<>())).isEmpty();
    assertThat(view.withInfos(TestIdentities.of(3).nodeId(), own)).isEmpty();
  }

  private static void assertSame(View view, View expected) {
    assertThat(view).isEqualTo(expected);
    assertThat(view.nearestFirst()).isEqualTo(expected.nearestFirst());
    assertThat(view.nodes()).isEqualTo(expected.nodes());
    assertThat(view.isShapedLike(expected)).isTrue();
    assertThat(view.graph()).isEqualTo(expected.graph());
    Topology topology = view.topology();
    for (int node = 0; node < topology.size(); node++) {
      assertThat(topology.neighboursOf(node)).isEqualTo(neighboursOf(node, view));
    }
  }

  /** From the view's edges, one by one. */
  private static long neighboursOf(int node, View view) {
    Topology topology = view.topology();
    return IntStream.range(0, topology.size())
        .filter(other ->
            view.hasEdge(topology.node(node), topology.node(other))
                || view.hasEdge(topology.node(other), topology.node(node)))
        .mapToLong(other -> 1L << other)
        .sum();
  }

  private static View replaced(View view, NodeId attester, SortedMap<NodeId, LinkInfo> infos) {
    SequencedMap<NodeId, SortedMap<NodeId, LinkInfo>> attestees = new LinkedHashMap<>();
    view.nearestFirst().forEach(node -> attestees.put(node, view.attesteesOf(node)));
    attestees.put(attester, infos);
    return new View(attestees, null);
  }

  private static SortedMap<NodeId, LinkInfo> remeasured(
      SplittableRandom random, SortedMap<NodeId, LinkInfo> infos) {
    SortedMap<NodeId, LinkInfo> changed = new TreeMap<>(infos);
    changed.replaceAll((node, info) -> random.nextBoolean() ? info : info(random));
    return changed;
  }

  private static LinkInfo info(SplittableRandom random) {
    LinkInfo measured = LinkInfo.ofRoundTrip(random.nextInt(1_000));
    return random.nextInt(4) > 0
        ? measured
        : new LinkInfo(
            measured.roundTripMicros(),
            OptionalLong.of(random.nextInt(1, 100)),
            measured.uptimeSeconds(),
            measured.meanTimeToFailureSeconds(),
            OptionalDouble.of(random.nextInt(1, 100)),
            Bytes.EMPTY);
  }

  private static SortedMap<NodeId, LinkInfo> infosOf(SplittableRandom random, int attester) {
    SortedMap<NodeId, LinkInfo> infos = new TreeMap<>();
    for (int node = 0; node < NODES; node++) {
      if (node != attester && random.nextInt(3) == 0) {
        infos.put(TestIdentities.of(node).nodeId(), LinkInfo.NONE);
      }
    }
    return infos;
  }
}
