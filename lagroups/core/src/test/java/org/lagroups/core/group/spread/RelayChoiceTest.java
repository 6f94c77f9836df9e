package org.lagroups.core.group.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.group.view.View;
import org.lagroups.core.group.view.ViewCalculator;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

/** What {@link RelayChoice} promises, in random views of all densities. */
class RelayChoiceTest {

  private static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
  private static final long NOW = 1_767_225_600_000L;
  private static final int NODES = 14;

  private final Advertiser advertiser = new Advertiser(GROUP, GroupSettings.DEFAULT, () -> NOW);

  @Test
  void whoCannotHearTheAttesterIsServedByTwoNearerNeighboursIfThereAreTwo() {
    Seeds.forEach(15, 2_000, seed -> check(view(new SplittableRandom(seed))));
  }

  private static void check(View view) {
    for (NodeId attester : view.nodes()) {
      Map<NodeId, Integer> hops = hopsFrom(view, attester);
      for (NodeId target : view.nodes()) {
        List<NodeId> nearer =
            view.nodes().stream()
                .filter(node -> areAdjacent(view, node, target))
                .filter(node -> hops.getOrDefault(node, NODES) < hops.getOrDefault(target, NODES))
                .toList();
        boolean hears = target.equals(attester) || areAdjacent(view, attester, target);
        int expected = hears ? 0 : Math.min(nearer.size(), RelayChoice.FORWARDERS);
        assertThat(forwarders(view, attester, target)).hasSize(expected);
        assertThat(nearer).containsAll(forwarders(view, attester, target));
      }
    }
  }

  private static List<NodeId> forwarders(View view, NodeId attester, NodeId target) {
    RelayChoice choice = new RelayChoice(view.topology(), attester);
    return view.nodes().stream().filter(relay -> choice.servedBy(relay).contains(target)).toList();
  }

  private static Map<NodeId, Integer> hopsFrom(View view, NodeId start) {
    Map<NodeId, Integer> hops = new HashMap<>(Map.of(start, 0));
    ArrayDeque<NodeId> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      NodeId node = queue.remove();
      int next = hops.getOrDefault(node, 0) + 1;
      for (NodeId other : view.nodes()) {
        if (areAdjacent(view, node, other) && hops.putIfAbsent(other, next) == null) {
          queue.add(other);
        }
      }
    }
    return hops;
  }

  private static boolean areAdjacent(View view, NodeId one, NodeId other) {
    return view.hasEdge(one, other) || view.hasEdge(other, one);
  }

  /** Each node attests to its successor, so that all are in the view, and to some others. */
  private View view(SplittableRandom random) {
    AdvertisementDatabase database = new AdvertisementDatabase();
    int density = random.nextInt(NODES);
    for (int attester = 1; attester < NODES; attester++) {
      NodeId[] attestees = attestees(random, attester, density).keySet().toArray(NodeId[]::new);
      SignedAdvertisement signed = advertiser.by(TestIdentities.of(attester), attestees);
      database.put(signed, signed.content().attesterId(), true);
    }
    return new ViewCalculator(TestIdentities.of(0).nodeId(), NODES, database)
        .calculate(attestees(random, 0, density), NOW);
  }

  private static SortedMap<NodeId, LinkInfo> attestees(
      SplittableRandom random, int attester, int density) {
    SortedMap<NodeId, LinkInfo> attestees = new TreeMap<>();
    for (int node = 0; node < NODES; node++) {
      boolean isNext = node == (attester + 1) % NODES;
      if (node != attester && (isNext || random.nextInt(2 * NODES) < density)) {
        attestees.put(TestIdentities.of(node).nodeId(), LinkInfo.NONE);
      }
    }
    return attestees;
  }
}
