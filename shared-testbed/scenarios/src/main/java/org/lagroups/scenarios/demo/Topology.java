package org.lagroups.scenarios.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.scenarios.demo.GraphPicture.Edge;

/**
 * The demo's eight nodes and who of them can talk to whom.
 *
 * <p>Alice searches and Heidi publishes. They cannot talk directly, and three vertex-disjoint ways
 * lead from one to the other: over Bob and Erin, over Carol and Frank, over Dave and Grace. Frank
 * is the relay that lies.
 *
 * <p>Ivan is not one of them. He can talk to all of them, sends them a video, and is a gateway in
 * another group.
 */
final class Topology {

  static final String SEARCHER = "Alice";
  static final String PUBLISHER = "Heidi";
  static final String LIAR = "Frank";
  static final String VICTIM = "Dave";

  static final List<String> NODES =
      List.of(SEARCHER, "Bob", "Carol", VICTIM, PUBLISHER, "Grace", LIAR, "Erin");

  static final String SENDER = "Ivan";

  private static final int SENDER_MBPS = 10;
  private static final int FAST_MBPS = 20;
  private static final int SLOW_MBPS = 5;
  private static final Set<String> FAST = Set.of("Carol", VICTIM, LIAR);

  /** The eight, and who sends the video. */
  static final List<String> ALL = Stream.concat(NODES.stream(), Stream.of(SENDER)).toList();

  /** Unordered pairs that talk directly; all others are on each other's deny list. */
  private static final List<Edge> LINKS =
      List.of(
          new Edge(SEARCHER, "Bob"),
          new Edge(SEARCHER, "Carol"),
          new Edge(SEARCHER, VICTIM),
          new Edge("Bob", "Carol"),
          new Edge("Carol", VICTIM),
          new Edge("Bob", "Erin"),
          new Edge("Carol", LIAR),
          new Edge(VICTIM, "Grace"),
          new Edge("Erin", LIAR),
          new Edge(LIAR, "Grace"),
          new Edge("Erin", PUBLISHER),
          new Edge(LIAR, PUBLISHER),
          new Edge("Grace", PUBLISHER));

  private Topology() {}

  static boolean canTalk(String one, String other) {
    return one.equals(SENDER)
        || other.equals(SENDER)
        || LINKS.contains(new Edge(one, other))
        || LINKS.contains(new Edge(other, one));
  }

  /**
   * What a node sends of a stream at most, in Mbit/s: the loopback interface has no limits of its
   * own.
   */
  static int uplinkMbps(String name) {
    if (name.equals(SENDER)) {
      return SENDER_MBPS;
    }
    return FAST.contains(name) ? FAST_MBPS : SLOW_MBPS;
  }

  /** What the sender can give each of the eight at most, if they relay, in Mbit/s. */
  static double streamBound() {
    Capacities.Builder<String> capacities = Capacities.from(SENDER);
    ALL.forEach(name -> capacities.node(name, uplinkMbps(name), Double.POSITIVE_INFINITY));
    for (Edge pair : cutPairs()) {
      capacities.link(pair.from(), pair.to(), 0);
      capacities.link(pair.to(), pair.from(), 0);
    }
    return switch (new RelayPlanner<String>().plan(capacities.build())) {
      case PlanOutcome.Plan<String> plan -> plan.bound();
      case PlanOutcome.Unreachable<String> _, PlanOutcome.Unlimited<String> _ ->
          throw new IllegalStateException("the sender reaches all, at a limited rate");
    };
  }

  /** The pairs that cannot talk directly, each once. */
  static Set<Edge> cutPairs() {
    Set<Edge> cut = new LinkedHashSet<>();
    for (int i = 0; i < NODES.size(); i++) {
      for (int j = i + 1; j < NODES.size(); j++) {
        if (!canTalk(NODES.get(i), NODES.get(j))) {
          cut.add(new Edge(NODES.get(i), NODES.get(j)));
        }
      }
    }
    return cut;
  }

  /** The attestations to expect once all have tested each other, without those of {@code gone}. */
  static Set<Edge> expectedAttestations(Set<String> gone) {
    Set<Edge> expected = new LinkedHashSet<>();
    for (Edge link : LINKS) {
      if (!gone.contains(link.from()) && !gone.contains(link.to())) {
        expected.add(link);
        expected.add(link.reversed());
      }
    }
    return expected;
  }
}
