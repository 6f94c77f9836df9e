package org.lagroups.multicast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.tree.Tree;
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

  private static Tree tree(Viewer viewer) {
    return viewer.stream().tree().orElseThrow();
  }

  private static int depth(Viewer viewer) {
    return tree(viewer).stand().depth();
  }
}
