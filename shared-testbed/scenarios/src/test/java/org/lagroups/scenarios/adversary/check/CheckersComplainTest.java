package org.lagroups.scenarios.adversary.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.adversary.group.Adversary;
import org.lagroups.scenarios.adversary.group.Colluder;
import org.lagroups.scenarios.adversary.group.Equivocator;
import org.lagroups.scenarios.adversary.group.InfoLiar;
import org.lagroups.scenarios.adversary.group.SignedEdges;
import org.lagroups.scenarios.adversary.group.Stage;
import org.lagroups.scenarios.sim.scenario.InvariantTally;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Islands;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.simnet.seed.Seeds;

/** Each checker, shown what it is there to find. */
final class CheckersComplainTest {

  private static final int NODES = 4;
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  @Test
  void ofAnEdgeThatNobodyHasSigned() {
    Ledger ledger = played(honest -> new GenuineEdges(honest, new SignedEdges(), INTERVAL).check());
    assertViolated(ledger, GenuineEdges.NOT_FORGED);
  }

  @Test
  void ofAnEdgeThatIsStillThereLongAfterItWasSigned() {
    Ledger ledger =
        played(honest -> {
          GenuineEdges genuine = new GenuineEdges(honest, new SignedEdges(), INTERVAL);
          genuine.note(honest.nodes());
          honest.sim().runFor(Duration.ofSeconds(60));
          genuine.check();
          assertThat(violated(honest.ledger())).isEmpty();
          honest.sim().runFor(Duration.ofSeconds(7));
          genuine.check();
        });
    assertViolated(ledger, GenuineEdges.NOT_STALE);
  }

  @Test
  void ofMoreWorkThanThePeersMayCost() {
    Ledger ledger =
        played(honest -> {
          Honest one = new Honest(honest.sim(), honest.group(), honest.ledger(), 1);
          WorkBounds bounds = new WorkBounds(one, 0, GroupSettings.HARD_MAX_MEMBERS);
          flood(honest);
          bounds.check();
        });
    assertViolated(ledger, WorkBounds.WORK);
  }

  @Test
  void ofMoreMembersThanThereMayBe() {
    Ledger ledger = played(honest -> new WorkBounds(honest, 0, NODES - 1).check());
    assertViolated(ledger, WorkBounds.MEMORY);
  }

  @Test
  void ofAnEquivocationThatIsNotProven() {
    Ledger ledger =
        played(honest -> {
          ProvenToAll proven = new ProvenToAll(honest, Set.of(honest.nodes().getLast().id()));
          proven.check();
          honest.sim().runFor(Duration.ofSeconds(31));
          proven.check();
        });
    assertViolated(ledger, ProvenToAll.PROVEN);
  }

  @Test
  void ofAnEquivocatorThatIsStillAMember() {
    Ledger ledger =
        played(honest -> {
          Set<NodeId> last = Set.of(honest.nodes().getLast().id());
          new ProvenToAll(honest, last, node -> last).check();
        });
    assertViolated(ledger, ProvenToAll.VOID);
  }

  @Test
  void ofAProofAgainstAnInnocent() {
    Ledger ledger =
        played(honest -> {
          Honest others = new Honest(honest.sim(), honest.group(), honest.ledger(), NODES - 1);
          ProvenToAll proven = new ProvenToAll(others, Set.of());
          unleash(honest, new Equivocator());
          proven.check();
        });
    assertViolated(ledger, ProvenToAll.INNOCENT);
  }

  @Test
  void ofALieBesideAnHonestName() {
    Ledger ledger =
        played(honest -> {
          unleash(honest, new InfoLiar());
          new OwnWords(honest).check();
        });
    assertViolated(ledger, OwnWords.INVARIANT);
  }

  @Test
  void ofAnHonestNodeOutsideTheRobustCoreAndAPuppetInside() {
    Ledger ledger =
        played(honest -> {
          NodeId member = honest.nodes().getLast().id();
          new RobustAgainst(honest, member, 2).check();
          assertViolated(honest.ledger(), RobustAgainst.PUPPET_OUTSIDE);
          new RobustAgainst(honest, member, NODES).check();
        });
    assertThat(violated(ledger))
        .containsExactlyInAnyOrder(RobustAgainst.PUPPET_OUTSIDE, RobustAgainst.HONEST_INSIDE);
  }

  /** The last node passes on more of a made-up node's words than an honest one would have. */
  private static void flood(Honest honest) {
    Stage stage = stage(honest);
    Identity puppet = Colluder.puppet(honest.sim().seed());
    for (int i = 1; i <= 200; i++) {
      SignedAdvertisement said = stage.advertise(puppet, i, LinkInfo.NONE, List.of());
      stage.sayToAll(List.of(said));
    }
    honest.sim().runFor(Duration.ofSeconds(1));
  }

  /** The last node turns bad, and has half a minute. */
  private static void unleash(Honest honest, Adversary adversary) {
    adversary.begin(stage(honest));
    honest.sim().runFor(Duration.ofSeconds(30));
  }

  /** Of the last node, which has sent something already. */
  private static Stage stage(Honest honest) {
    int last = NODES - 1;
    Stage stage =
        new Stage(honest.sim(), honest.group(), last, IntStream.of(last), new SignedEdges());
    honest.sim().runFor(Duration.ofSeconds(30));
    return stage;
  }

  /** What is written down while a group of honest nodes is watched. */
  private static Ledger played(Consumer<Honest> script) {
    return new Islands(new Plan(new Scripted(script), NODES, Seeds.one()), 1, done -> {})
        .playOne(0);
  }

  private static void assertViolated(Ledger ledger, String invariant) {
    assertThat(violated(ledger)).containsExactly(invariant);
  }

  private static List<String> violated(Ledger ledger) {
    return ledger.invariants().stream()
        .filter(tally -> tally.violations() > 0)
        .map(InvariantTally::name)
        .toList();
  }

  private record Scripted(Consumer<Honest> script) implements Scenario {

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
      MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
      group.form(Duration.ofMinutes(1));
      island.simulation().runFor(Duration.ofSeconds(10));
      script.accept(new Honest(island.simulation(), group, island.ledger(), NODES));
    }
  }
}
