package org.lagroups.scenarios.adversary.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.adversary.check.GenuineEdges;
import org.lagroups.scenarios.adversary.check.Honest;
import org.lagroups.scenarios.adversary.check.OwnWords;
import org.lagroups.scenarios.adversary.check.ProvenToAll;
import org.lagroups.scenarios.adversary.check.RobustAgainst;
import org.lagroups.scenarios.adversary.check.WorkBounds;
import org.lagroups.scenarios.adversary.group.Adversary;
import org.lagroups.scenarios.adversary.group.Colluder;
import org.lagroups.scenarios.adversary.group.Equivocator;
import org.lagroups.scenarios.adversary.group.SignedEdges;
import org.lagroups.scenarios.adversary.group.Stage;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.scenarios.sim.world.Stability;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/**
 * A group forms, of which two honest members cannot reach each other directly; then some of its
 * members turn bad, and stay so. After some T_a the network is parted, with honest nodes on both
 * sides, and united again.
 */
final class AdversaryScenario implements Scenario {

  /** t - 1, for the t that the group is robust with. */
  static final int COLLUDERS = 2;

  /** The invariant of a partition that has ended. */
  static final String MERGED = "both sides of a partition merge within two T_a after it";

  /** What a group may grow by: little enough that one member can fill it with made-up nodes. */
  static final int ROOM = 12;

  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration SETTLING = Duration.ofSeconds(30);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Of bad behaviour, parted, and united again, in T_a. */
  private static final int BAD = 2;

  private static final int PARTED = 1;

  private final String name;
  private final String summary;
  private final int honest;
  private final List<Adversary> adversaries;

  AdversaryScenario(String name, String summary, int honest, List<Adversary> adversaries) {
    this.name = name;
    this.summary = summary;
    this.honest = honest;
    this.adversaries = List.copyOf(adversaries);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Size size() {
    int perIsland = honest + adversaries.size();
    return new Size(perIsland, 10 * perIsland, 1_000 * perIsland, perIsland);
  }

  @Override
  public void play(Island island) {
    Simulation sim = island.simulation();
    GroupSettings settings = new GroupSettings(60_000, island.nodes() + ROOM, 5_000);
    MemberGroup group = new MemberGroup(island, settings);
    int count = island.nodes() - adversaries.size();
    Honest good = new Honest(sim, group, island.ledger(), count);
    Stability together =
        new Stability(group, sim, island.ledger(), (one, other) -> one < count && other < count);
    Stability apart =
        new Stability(group, sim, island.ledger(), (one, other) -> isOneSide(count, one, other));
    Cast cast = cast(good);
    group.form(FORMING);
    sim.network().cutBoth(group.node(0), group.node(1));
    sim.runFor(SETTLING);
    together.begin();
    turnBad(good, cast);
    sim.runFor(group.validity().multipliedBy(BAD));
    together.end();
    part(good);
    apart.begin();
    sim.runFor(group.validity().multipliedBy(PARTED));
    apart.end();
    unite(good);
    sim.runFor(group.validity());
    account(good);
  }

  /** Those who will be bad, and what is known of their and all other nodes' words. */
  private record Cast(List<Stage> stages, GenuineEdges genuine) {

    /** Those of a kind. */
    Set<NodeId> of(List<Adversary> adversaries, Class<? extends Adversary> kind) {
      Set<NodeId> nodes = new TreeSet<>();
      for (int i = 0; i < stages.size(); i++) {
        if (kind.isInstance(adversaries.get(i))) {
          nodes.add(stages.get(i).node().id());
        }
      }
      return nodes;
    }
  }

  private static Cast cast(Honest good) {
    SignedEdges signed = new SignedEdges();
    int nodes = good.group().nodes().size();
    List<Stage> stages = new ArrayList<>();
    for (int i = good.count(); i < nodes; i++) {
      IntStream all = IntStream.range(good.count(), nodes);
      stages.add(new Stage(good.sim(), good.group(), i, all, signed));
    }
    letThemHear(good, stages);
    return new Cast(stages, new GenuineEdges(good, signed, INTERVAL));
  }

  private void turnBad(Honest good, Cast cast) {
    cast.genuine().note(good.group().nodes());
    for (int i = 0; i < cast.stages().size(); i++) {
      adversaries.get(i).begin(cast.stages().get(i));
    }
    watch(good, cast, cast.of(adversaries, Equivocator.class));
    if (!cast.of(adversaries, Colluder.class).isEmpty()) {
      NodeId puppet = Colluder.puppet(good.sim().seed()).nodeId();
      RobustAgainst robust = new RobustAgainst(good, puppet, COLLUDERS + 1);
      good.sim().after(good.group().validity().multipliedBy(BAD - 1), robust::check);
    }
  }

  private static void watch(Honest good, Cast cast, Set<NodeId> equivocators) {
    int maxMembers = good.group().settings().maxMembers();
    WorkBounds bounds = new WorkBounds(good, cast.stages().size(), maxMembers);
    ProvenToAll proven = new ProvenToAll(good, equivocators);
    OwnWords words = new OwnWords(good);
    good.sim()
        .every(
            INTERVAL,
            () -> {
              cast.genuine().note(good.nodes());
              cast.genuine()
                  .note(
                      cast.stages().stream()
                          .filter(Stage::speaksByItself)
                          .map(Stage::node)
                          .toList());
              cast.genuine().check();
              bounds.check();
              proven.check();
              words.check();
            });
  }

  /** The adversaries hear what honest nodes send them. */
  private static void letThemHear(Honest good, List<Stage> stages) {
    for (SimNode<Member> node : good.nodes()) {
      good.sim()
          .network()
          .intercept(
              node,
              (envelope, wire) -> {
                wire.send(envelope);
                stages.forEach(stage -> stage.hear(envelope));
              });
    }
  }

  /** Every second node on the other side, and the adversaries on both in turns. */
  private static void part(Honest good) {
    List<SimNode<Member>> nodes = good.group().nodes();
    good.sim().network().partition(nodes.stream().filter(node -> node.index() % 2 == 1).toList());
  }

  private static boolean isOneSide(int honest, int one, int other) {
    return one < honest && other < honest && one % 2 == other % 2;
  }

  private static void unite(Honest good) {
    good.sim().network().unite();
    good.sim().runUntil(MERGED, good.group().validity().multipliedBy(2), good::seeEachOther);
    good.ledger().held(MERGED, 1);
  }

  /** What was refused tells whether an adversary has done anything at all. */
  private static void account(Honest good) {
    for (SimNode<Member> node : good.nodes()) {
      node.app()
          .groups()
          .statistics()
          .refused()
          .forEach((reason, times) -> good.ledger().sample("refused: " + reason, "", times));
    }
    good.group().account();
  }
}
