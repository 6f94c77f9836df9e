package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.RawPeer;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.testing.VouchingNode;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** One member attests to as many nodes as it may, none of which exists. */
class SybilTest {

  private static final int HONEST = 10;
  private static final int INVENTED = GroupSettings.HARD_MAX_MEMBERS - 1;

  /** Of 20 that it has made, the identity that comes first: so it is always the first in turn. */
  private static final Identity MALLORY =
      IntStream.range(2_000, 2_020)
          .mapToObj(TestIdentities::of)
          .min(Comparator.comparing(Identity::nodeId))
          .orElseThrow();

  private final GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
  private GroupId group;
  private SimNode<RawPeer> mallory;
  private Advertiser says;

  @BeforeEach
  void aGroupThatHasAdmittedMallory() {
    group = world.form(HONEST);
    mallory = world.addRaw("mallory", MALLORY);
    world.nodes().forEach(mallory::keepLink);
    world.simulation().runFor(Duration.ofSeconds(1));
    says = new Advertiser(group, world.settings(), world.simulation()::wallMillis);
    for (SimNode<VouchingNode> honest : world.nodes()) {
      mallory.app().say(honest.id(), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    }
    world.simulation().runFor(Duration.ofSeconds(1));
  }

  @Test
  void idsWithoutKeysDisplaceNobodyAndKeepNobodyOut() {
    NodeId[] invented =
        IntStream.range(0, INVENTED)
            .mapToObj(number -> new NodeId(Bytes.fromHex("%064x".formatted(number))))
            .toArray(NodeId[]::new);
    withstands(() -> List.of(says.by(MALLORY, invented)));
  }

  @Test
  void identitiesThatAttestToEachOtherDisplaceNobodyAndKeepNobodyOut() {
    List<Identity> sybils =
        IntStream.range(0, INVENTED).mapToObj(i -> TestIdentities.of(2_200 + i)).toList();
    NodeId[] ids = sybils.stream().map(Identity::nodeId).toArray(NodeId[]::new);
    withstands(() -> {
      List<SignedAdvertisement> all = new ArrayList<>();
      all.add(says.by(MALLORY, ids));
      for (Identity sybil : sybils) {
        NodeId[] others =
            sybils.stream()
                .map(Identity::nodeId)
                .filter(other -> !other.equals(sybil.nodeId()))
                .toArray(NodeId[]::new);
        all.add(says.by(sybil, others));
      }
      return all;
    });
  }

  /** For some minutes, with a newcomer in the midst of it. */
  private void withstands(Lie lie) {
    tellAll(lie);
    assertThat(world.node(0).app().view(group)).hasSize(GroupSettings.HARD_MAX_MEMBERS);
    world.add(1);
    world.join(group, HONEST, 3);
    for (int i = 0; i < 4; i++) {
      tellAll(lie);
      world.simulation().runFor(Duration.ofSeconds(40));
      for (SimNode<VouchingNode> honest : world.nodes()) {
        assertThat(honest.app().view(group))
            .as("view of %s", honest.name())
            .containsAll(world.nodes().stream().map(SimNode::id).toList())
            .hasSizeLessThanOrEqualTo(GroupSettings.HARD_MAX_MEMBERS);
      }
    }
    assertThat(world.node(HONEST).app().joins()).hasSize(1);
  }

  private void tellAll(Lie lie) {
    List<SignedAdvertisement> all = lie.now();
    for (SimNode<VouchingNode> honest : world.nodes().subList(0, HONEST)) {
      for (Bytes message : GroupMessageCodec.encodeAll(all)) {
        mallory.app().say(honest.id(), message);
      }
    }
    world.simulation().runFor(Duration.ofSeconds(1));
  }

  /** What Mallory says this time. */
  private interface Lie {
    List<SignedAdvertisement> now();
  }
}
