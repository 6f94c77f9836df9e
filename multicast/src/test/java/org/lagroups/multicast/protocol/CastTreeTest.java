package org.lagroups.multicast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.protocol.entry.Passes;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** Streams over several levels of real groups. */
class CastTreeTest {

  private static final Audience ALL = new Audience.Everybody();
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int RECEIVERS = 20;
  private static final int CHILDREN = 4;

  private final Map<NodeId, Viewer> viewers = new HashMap<>();

  @Test
  void aFileIsWholeOnEveryLevel() {
    CastWorld world = new CastWorld(Seeds.one(), RECEIVERS);
    Bytes content = CastWorld.content(4_000_001);
    SentStream sent = world.sendFile(content, ALL, CHILDREN);
    viewAll(world, sent);
    world.sim().runUntil("all have it", LIMIT, () -> all(Viewer::isCompleted));
    viewers.values().forEach(viewer -> assertThat(viewer.store().content()).isEqualTo(content));
    assertThat(sent.members().size()).isLessThanOrEqualTo(CHILDREN);
    assertThat(inner(world)).isNotEmpty();
    int deepest = viewers.values().stream().mapToInt(CastTreeTest::depth).max().orElseThrow();
    assertThat(deepest).isBetween(2, 4);
  }

  @Test
  void nothingIsMissingBelowAnInnerNodeThatDies() {
    CastWorld world = new CastWorld(Seeds.one(), RECEIVERS);
    Bytes content = CastWorld.content(8_000_001);
    SentStream sent = world.sendFile(content, ALL, CHILDREN);
    viewAll(world, sent);
    world.sim().runUntil("all are placed", LIMIT, () -> all(CastTreeTest::isPlaced));
    SimNode<CastNode> victim = inner(world).getFirst();
    List<Viewer> orphans = below(victim);
    world.sim().runUntil("it is under way", LIMIT, () -> orphans.getFirst().store().count() > 200);
    assertThat(orphans).noneMatch(Viewer::isCompleted);
    victim.kill();
    viewers.remove(victim.id());
    world
        .sim()
        .runUntil(
            "its children have other parents",
            Duration.ofMillis(3_500),
            () -> orphans.stream().allMatch(orphan -> isBelowAnother(orphan, victim.id())));
    world.sim().runUntil("all have it", LIMIT, () -> all(Viewer::isCompleted));
    viewers.values().forEach(viewer -> assertThat(viewer.store().content()).isEqualTo(content));
  }

  @Test
  void whoDropsSinksAndTheStreamStaysWhole() {
    CastWorld world = new CastWorld(Seeds.one(), RECEIVERS);
    Bytes content = CastWorld.content(24_000_001); // not over before it is found out
    SentStream sent = world.sendFile(content, ALL, CHILDREN);
    viewAll(world, sent);
    world.sim().runUntil("all are placed", LIMIT, () -> all(CastTreeTest::isPlaced));
    SimNode<CastNode> dropper = inner(world).getFirst();
    Viewer guilty = viewer(dropper.id());
    world.sim().runUntil("it is under way", LIMIT, () -> guilty.store().count() > 100);
    assertThat(guilty.store().count())
        .as("chunks come to it before all are placed: enough are left to drop")
        .isLessThan(content.length() / CastWorld.CHUNK_BYTES / 2);
    dropper.app().drop();
    world.sim().runUntil("all have it", LIMIT, () -> all(Viewer::isCompleted));
    viewers.values().forEach(viewer -> assertThat(viewer.store().content()).isEqualTo(content));
    assertThat(tree(guilty).statistics().dismissed()).isPositive();
    assertThat(tree(guilty).children()).isEmpty();
    assertThat(depth(guilty)).isGreaterThan(1);
  }

  @Test
  void aLiveStreamLosesLittle() {
    CastWorld world = new CastWorld(Seeds.one(), RECEIVERS);
    SentStream sent = world.sendLive(CHILDREN);
    viewAll(world, sent);
    world.sim().runUntil("all are placed", LIMIT, () -> all(CastTreeTest::isPlaced));
    Bytes payload = CastWorld.content(CastWorld.CHUNK_BYTES);
    world.sim().every(Duration.ofMillis(50), () -> offerWhile(sent, payload, 600));
    world.sim().runUntil("all see it", LIMIT, () -> all(viewer -> viewer.store().count() > 100));
    world.sim().runUntil("it is half over", LIMIT, () -> sent.nextSequence() > 300);
    viewers.values().forEach(viewer -> assertThat(lost(viewer)).isLessThan(5));
    SimNode<CastNode> victim = inner(world).getFirst();
    victim.kill();
    viewers.remove(victim.id());
    world.sim().runUntil("it is over", LIMIT, () -> all(Viewer::isCompleted));
    viewers.values().forEach(viewer -> assertThat(lost(viewer)).isLessThan(80));
  }

  @Test
  void nobodyGivesAPlaceToWhomTheSourceGaveNoPass() {
    CastWorld world = new CastWorld(Seeds.one(), 3);
    Audience invited = new Audience.Invited(Set.of(world.other(0).id(), world.other(1).id()));
    SentStream sent = world.sendFile(CastWorld.content(100_000), invited, 2);
    Viewer first = world.view(0, world.link(sent));
    Viewer second = world.view(1, world.link(sent));
    world.sim().runUntil("both have it", LIMIT, () -> first.isCompleted() && second.isCompleted());
    StreamId stream = sent.header().id();
    NodeId stranger = world.other(2).id();
    Signature borrowed =
        Passes.of(sent.header(), SignatureVerifier.DIRECT)
            .sign(stranger, Identity.generate(new Random(5)));
    TreeMessage.Seek bare =
        new TreeMessage.Seek(
            stream, 1, TreeMessage.Purpose.NEWCOMER, Optional.empty(), List.of(), 1_000_000);
    for (SimNode<CastNode> node : List.of(world.source(), world.other(0), world.other(1))) {
      node.app().machine().onMessage(stranger, CastCodec.encode(bare));
      node.app().machine().onMessage(stranger, CastCodec.encode(bare.showing(borrowed)));
    }
    assertThat(sent.tree().isChild(stranger)).isFalse();
    assertThat(tree(first).isChild(stranger)).isFalse();
    assertThat(tree(second).isChild(stranger)).isFalse();
  }

  private void viewAll(CastWorld world, SentStream sent) {
    for (int i = 0; i < world.others().size(); i++) {
      viewers.put(world.other(i).id(), world.view(i, world.link(sent)));
    }
  }

  private boolean all(Predicate<Viewer> condition) {
    return viewers.values().stream().allMatch(condition);
  }

  /** The receivers that have children. */
  private List<SimNode<CastNode>> inner(CastWorld world) {
    List<SimNode<CastNode>> inner = new ArrayList<>();
    for (SimNode<CastNode> node : world.others()) {
      Viewer viewer = viewers.get(node.id());
      if (viewer != null && node.isRunning() && !tree(viewer).children().isEmpty()) {
        inner.add(node);
      }
    }
    return inner;
  }

  private Viewer viewer(NodeId node) {
    return Objects.requireNonNull(viewers.get(node), "no such viewer");
  }

  private List<Viewer> below(SimNode<CastNode> parent) {
    return tree(viewer(parent.id())).children().stream()
        .map(child -> viewer(child.node()))
        .toList();
  }

  private static boolean isPlaced(Viewer viewer) {
    return viewer.stream().tree().flatMap(Tree::parent).isPresent();
  }

  private static boolean isBelowAnother(Viewer viewer, NodeId former) {
    return tree(viewer).parent().filter(parent -> !parent.node().equals(former)).isPresent();
  }

  private static long lost(Viewer viewer) {
    return viewer.below() - viewer.store().first().chunk().sequence() - viewer.store().count();
  }

  private static void offerWhile(SentStream sent, Bytes payload, long most) {
    long next = sent.nextSequence();
    if (next <= most) {
      sent.offer(List.of(payload), next == most);
    }
  }

  private static Tree tree(Viewer viewer) {
    return viewer.stream().tree().orElseThrow();
  }

  private static int depth(Viewer viewer) {
    return tree(viewer).stand().depth();
  }
}
