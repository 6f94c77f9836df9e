package org.lagroups.scenarios.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.scenarios.sim.scenario.InvariantTally;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Islands;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.simnet.seed.Seeds;

/** Who watches has to complain when there is cause. */
final class WatchersTest {

  private static final int NODES = 4;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void everyLossBetweenHealthyNodesIsAFlap() {
    Ledger ledger =
        play(island -> {
          MemberGroup group = formed(island);
          Stability stability = stability(island, group, new BitSet());
          group.node(2).kill();
          island.simulation().runFor(LIMIT);
          stability.end();
        });
    InvariantTally tally = tally(ledger, Stability.INVARIANT);
    // Three viewers lose the dead node, and three attestations to it each; it was the attester of
    // as many.
    assertThat(tally.violations()).isEqualTo(3 * (1 + 3 + 3));
    assertThat(ledger.totals().flaps()).isEqualTo(tally.violations());
    assertThat(tally.seen().getFirst()).contains("attestation to n2");
  }

  @Test
  void whatHappensToIllNodesIsNoFlap() {
    Ledger ledger =
        play(island -> {
          MemberGroup group = formed(island);
          Stability stability = stability(island, group, only(2));
          group.node(2).kill();
          island.simulation().runFor(LIMIT);
          stability.end();
        });
    InvariantTally tally = tally(ledger, Stability.INVARIANT);
    assertThat(tally.violations()).isZero();
    assertThat(tally.checks()).isEqualTo(3 * 2 * LIMIT.toSeconds());
  }

  @Test
  void aDeadNodeThatIsStillSeenIsReported() {
    Ledger ledger =
        play(island -> {
          MemberGroup group = formed(island);
          Detection detection = new Detection(group, island.simulation(), island.ledger());
          detection.kill(only(2));
          island.simulation().runFor(Duration.ofMillis(100));
          detection.requireKnown();
          group.requireComplete();
        });
    assertThat(tally(ledger, "a dead node leaves every view").seen().getFirst())
        .contains("n2", "{0, 1, 3}");
    assertThat(tally(ledger, "in the end all see all").violations()).isEqualTo(1);
  }

  @Test
  void withdrawalsFromIllNodesAreMeasured() {
    Ledger ledger =
        play(island -> {
          MemberGroup group = formed(island);
          Exile exile = new Exile(group, island.simulation(), island.ledger(), only(1));
          exile.begin();
          island.simulation().network().isolate(group.node(1));
          island.simulation().runFor(LIMIT);
          exile.end("the isolated");
        });
    assertThat(ledger.samples().stream().filter(one -> one.name().equals("first loss after")))
        .singleElement()
        .satisfies(first -> assertThat(first.count()).isEqualTo(3));
  }

  private static MemberGroup formed(Island island) {
    MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
    group.form(LIMIT);
    island.simulation().runUntil("all attest to all", LIMIT, group::isClique);
    return group;
  }

  private static Stability stability(Island island, MemberGroup group, BitSet ill) {
    Stability stability =
        new Stability(group, island.simulation(), island.ledger(), Stability.outside(ill));
    stability.begin();
    return stability;
  }

  private static BitSet only(int node) {
    BitSet set = new BitSet();
    set.set(node);
    return set;
  }

  private static InvariantTally tally(Ledger ledger, String name) {
    return ledger.invariants().stream()
        .filter(tally -> tally.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Ledger play(Consumer<Island> script) {
    return new Islands(new Plan(new Scripted(script), NODES, Seeds.one()), 1, done -> {})
        .playOne(0);
  }

  private record Scripted(Consumer<Island> script) implements Scenario {

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public String summary() {
      return "what a test says";
    }

    @Override
    public Size size() {
      return new Size(NODES, NODES, NODES, NODES);
    }

    @Override
    public void play(Island island) {
      script.accept(island);
    }
  }
}
