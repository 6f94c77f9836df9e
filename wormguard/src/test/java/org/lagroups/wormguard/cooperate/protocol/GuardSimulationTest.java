package org.lagroups.wormguard.cooperate.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.fault.Chaos;
import org.lagroups.simnet.fault.ChaosSettings;
import org.lagroups.simnet.net.Adversaries;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.book.TrustRule;
import org.lagroups.wormguard.cooperate.endorse.EndorsementSet;
import org.lagroups.wormguard.cooperate.endorse.SetVerifier;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/** Gateways of one group; {@link GuardWorld} checks all the time what may be enforced. */
final class GuardSimulationTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration T_A = Duration.ofMillis(GuardWorld.SETTINGS.validityMillis());

  @Test
  void whatOneLearnsAllEnforceAsSoonAsThreeEndorseIt() {
    Seeds.forEach(
        2,
        50,
        seed -> {
          GuardWorld world = new GuardWorld(seed, 5, TrustRule.DEFAULT, Set.of());
          SignatureId id = world.offer(0, "worm");
          assertThat(world.noneEnforces(id)).isTrue();
          world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
          world.sim().runFor(T_A.multipliedBy(3));
          assertThat(world.allEnforce(id)).isTrue();
          assertThat(world.app(0).events().getFirst()).isEqualTo("LEARNED 0");
          for (SimNode<GuardNode> node : world.nodes()) {
            assertThat(node.app().events())
                .contains("ENFORCED 5")
                .allMatch(event -> event.startsWith("ENFORCED") == isEnough(event));
          }
        });
  }

  private static boolean isEnough(String event) {
    return event.charAt(event.length() - 1) >= '3';
  }

  @Test
  void inAGroupThatServesSomethingElseNobodyHasASay() {
    GuardWorld world = new GuardWorld(Seeds.one(), 5, TrustRule.DEFAULT, Set.of());
    world.app(4).ignore(world.group());
    SignatureId id = world.offer(0, "worm");
    world
        .sim()
        .runUntil(
            "the others enforce it",
            SOON,
            () -> List.of(0, 1, 2, 3).stream().allMatch(i -> world.app(i).enforces(id)));
    world.sim().runFor(T_A);
    assertThat(world.app(4).phase(id)).isEmpty();
    assertThat(world.app(4).enforced()).isEmpty();
    assertThat(world.app(4).machine().groups()).isEmpty();
  }

  @Test
  void membersBehindDisjointPathsCountWhereThatIsTheRule() {
    TrustRule paths = new TrustRule(TrustRule.Kind.PATHS, 3);
    GuardWorld world = new GuardWorld(Seeds.one(), 5, paths, Set.of());
    SignatureId id = world.offer(0, "worm");
    world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
  }

  @Test
  void aBadSignatureOfTooFewColludersIsEnforcedByNobodyAndCostsThemTheirAttestations() {
    Seeds.forEach(
        2,
        50,
        seed -> {
          GuardWorld world = new GuardWorld(seed, 5, TrustRule.DEFAULT, Set.of(3, 4));
          SignatureId id = world.offer(3, GuardNode.BAD);
          world.sim().runUntil("refuted", SOON, () -> refuted(world, id) >= 3);
          world.sim().runFor(T_A.multipliedBy(3));
          for (int honest = 0; honest < 3; honest++) {
            assertThat(world.app(honest).phase(id)).contains(Phase.REFUTED);
            assertThat(attested(world, honest))
                .containsExactlyInAnyOrderElementsOf(others(world, honest, Set.of(3, 4)));
          }
          SignatureId good = world.offer(0, "worm");
          world
              .sim()
              .runUntil(
                  "the honest enforce a good one",
                  SOON,
                  () -> List.of(0, 1, 2).stream().allMatch(i -> world.app(i).enforces(good)));
        });
  }

  @Test
  void whatOnePartnerAloneDoubtsItDoesNotEnforceAndNobodyIsBlamedForIt() {
    GuardWorld world = new GuardWorld(Seeds.one(), 5, TrustRule.DEFAULT, Set.of());
    world.app(1).doubt("odd");
    SignatureId id = world.offer(0, "odd");
    world.sim().runUntil("the others enforce it", SOON, () -> othersEnforce(world, id));
    world.sim().runFor(T_A.multipliedBy(4));
    assertThat(othersEnforce(world, id)).isTrue();
    assertThat(world.app(1).phase(id)).contains(Phase.DOUBTED);
    for (int i = 0; i < 5; i++) {
      assertThat(attested(world, i)).hasSize(4);
      assertThat(world.app(i).desk().all().getFirst().refutations()).isEmpty();
    }
  }

  private static boolean othersEnforce(GuardWorld world, SignatureId id) {
    return IntStream.range(0, 5).allMatch(i -> world.app(i).enforces(id) == (i != 1));
  }

  @Test
  void whatIsDoubtedIsTestedAgainAsTrafficChangesAndRememberedUntilThen() {
    GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of());
    world.app(1).doubt("odd");
    SignatureId id = world.offer(0, "odd");
    world
        .sim()
        .runUntil("doubted", SOON, () -> world.app(1).phase(id).equals(Optional.of(Phase.DOUBTED)));
    world.node(1).kill();
    world.node(1).restart();
    world.app(1).doubtNothing();
    world.sim().runFor(T_A);
    assertThat(world.app(1).phase(id)).contains(Phase.DOUBTED);
    world.sim().runFor(Duration.ofMillis(Judging.DOUBT_MILLIS).minus(T_A).plus(SOON));
    assertThat(world.allEnforce(id)).isTrue();
  }

  @Test
  void whatCannotBeTestedIsNeitherEndorsedNorDoubtedAndSaysWhyUntilItCan() {
    GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of());
    world.app(1).testNot("thin");
    SignatureId id = world.offer(0, "thin");
    world.sim().runUntil("the others endorse it", SOON, () -> world.app(0).enforces(id));
    world.sim().runFor(T_A);
    SignatureStatus status = world.app(1).desk().all().getFirst();
    assertThat(status.opinion()).isEqualTo(Opinion.OPEN);
    assertThat(status.untested().orElseThrow().why()).isEqualTo("too little traffic");
    assertThat(world.sim().wallMillis() - status.untested().orElseThrow().sinceMillis())
        .isGreaterThan(T_A.toMillis());
    assertThat(world.app(1).enforces(id)).as("three others vouch for it").isTrue();
    world.app(1).doubtNothing();
    world.sim().runFor(T_A);
    assertThat(world.app(1).desk().all().getFirst().opinion())
        .isEqualTo(new Opinion.Endorsed(false));
    assertThat(world.app(1).desk().all().getFirst().untested()).isEmpty();
  }

  @Test
  void whatCannotBeTestedIsNotOfferedAndMayBeTriedAgainButNothingIsOfferedTwice() {
    GuardWorld world = new GuardWorld(Seeds.one(), 3, TrustRule.DEFAULT, Set.of());
    world.app(0).testNot("thin");
    List<OfferResult> results = new ArrayList<>();
    offer(world, results::add);
    world.sim().runFor(SOON);
    assertThat(results).containsExactly(new OfferResult.Undecided("too little traffic"));
    assertThat(world.app(0).desk().all()).isEmpty();
    assertThat(world.app(0).shelf().size()).isZero();
    world.app(0).doubtNothing();
    offer(world, results::add);
    world.sim().runFor(SOON);
    offer(world, results::add);
    assertThat(results.get(1)).isInstanceOf(OfferResult.Offered.class);
    assertThat(results.get(2))
        .isEqualTo(new OfferResult.Refused("this node offers that rule already"));
    GuardCounters counters = world.app(0).machine().counters();
    assertThat(counters.counted(GuardCount.TESTS_UNDECIDED)).isEqualTo(1);
    assertThat(counters.counted(GuardCount.TESTS_PASSED)).isEqualTo(1);
    assertThat(world.app(1).machine().counters().counted(GuardCount.RECORDS_TAKEN)).isEqualTo(1);
    assertThat(world.app(1).machine().counters().counted(GuardCount.EVIDENCE_FETCHED)).isEqualTo(1);
  }

  private static void offer(GuardWorld world, Consumer<OfferResult> done) {
    world
        .app(0)
        .desk()
        .offer(
            world.group(), GuardWorld.rule("thin"), GuardWorld.evidence("thin"), 86_400_000, done);
  }

  private static long refuted(GuardWorld world, SignatureId id) {
    return world.nodes().stream()
        .filter(node -> node.app().phase(id).equals(Optional.of(Phase.REFUTED)))
        .count();
  }

  @Test
  void thoseOnWhomThePersonHasDecidedAreAttestedToAgain() {
    GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of(3));
    SignatureId id = world.offer(3, GuardNode.BAD);
    world.sim().runUntil("refuted", SOON, () -> refuted(world, id) >= 3);
    world.sim().runFor(SOON);
    assertThat(attested(world, 0)).doesNotContain(world.node(3).id());
    world.app(0).machine().judged(world.group(), world.node(3).id());
    world.sim().runFor(T_A.multipliedBy(2));
    assertThat(attested(world, 0)).contains(world.node(3).id());
    assertThat(world.app(0).phase(id)).contains(Phase.REFUTED);
  }

  @Test
  void whenEndorsersLeaveItLapsesAtOnceAndComesBackWithThem() {
    GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of());
    SignatureId id = world.offer(0, "worm");
    world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
    world.app(2).leave(world.group());
    world.app(3).leave(world.group());
    world.sim().runUntil("lapsed", SOON, () -> world.noneEnforces(id));
    assertThat(world.app(0).phase(id)).contains(Phase.LAPSED);
    world.join(3);
    world.sim().runUntil("enforced again", T_A.multipliedBy(4), () -> world.app(0).enforces(id));
  }

  @Test
  void whenEndorsersFallSilentItLapsesByExpiryAtTheLatest() {
    GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of());
    SignatureId id = world.offer(0, "worm");
    world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
    world.node(2).kill();
    world.node(3).kill();
    world.sim().runFor(T_A.plus(Duration.ofSeconds(1)));
    assertThat(world.noneEnforces(id)).isTrue();
  }

  @Test
  void whatItsOriginTakesBackNobodyEnforcesAndNobodyIsBlamed() {
    GuardWorld world = new GuardWorld(Seeds.one(), 5, TrustRule.DEFAULT, Set.of());
    SignatureId id = world.offer(0, "worm");
    world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
    assertThat(world.app(0).desk().withdraw(world.group(), id, "a false alarm")).isTrue();
    world.sim().runUntil("refuted", SOON, () -> refuted(world, id) == 5);
    world.sim().runFor(T_A.multipliedBy(4));
    assertThat(attested(world, 0)).hasSize(4);
  }

  @Test
  void onePartnersWordStopsNothingElsewhereAndCanBeTakenBack() {
    GuardWorld world = new GuardWorld(Seeds.one(), 5, TrustRule.DEFAULT, Set.of());
    SignatureId id = world.offer(0, "worm");
    world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
    assertThat(world.app(1).desk().withdraw(world.group(), id, "I do not like it")).isTrue();
    assertThat(world.app(1).phase(id)).contains(Phase.REFUTED);
    world.sim().runFor(SOON);
    assertThat(world.app(2).enforces(id)).isTrue();
    assertThat(world.app(1).enforces(id)).isFalse();
    assertThat(attested(world, 1)).doesNotContain(world.node(0).id());
    assertThat(world.app(1).desk().attest(world.group(), id)).isTrue();
    world.sim().runFor(T_A.multipliedBy(4));
    assertThat(world.allEnforce(id)).isTrue();
    assertThat(attested(world, 1)).contains(world.node(0).id());
  }

  @Test
  void aGatewayThatWasKilledKnowsWhatItHasDecided() {
    GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of());
    SignatureId id = world.offer(0, "worm");
    world.node(0).kill();
    world.sim().runFor(Duration.ofSeconds(1));
    world.node(0).restart();
    assertThat(world.app(0).phase(id)).isPresent();
    world.sim().runUntil("all enforce it", T_A.multipliedBy(3), () -> world.allEnforce(id));
  }

  @Test
  void endorsementsAddUpToAProofForStrangers() {
    GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of());
    SignatureId id = world.offer(0, "worm");
    world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
    world.sim().runFor(SOON);
    List<Optional<EndorsementSet>> proofs = new ArrayList<>();
    world.app(1).desk().proof(world.group(), id, proofs::add);
    EndorsementSet proof = proofs.getFirst().orElseThrow();
    Set<NodeId> known = Set.of(world.node(0).id(), world.node(2).id(), world.node(3).id());
    SetVerifier stranger = new SetVerifier(new KeyRing(new JavaBls()));
    SetVerifier.Expected expected =
        new SetVerifier.Expected(world.group(), id, GuardWorld.SETTINGS, known, 3);
    assertThat(stranger.problemOf(proof, expected, world.sim().wallMillis())).isEmpty();
  }

  @Test
  void lossDoublingAndPartitionsDelayItOnly() {
    Seeds.forEach(
        2,
        50,
        seed -> {
          GuardWorld world = new GuardWorld(seed, 5, TrustRule.DEFAULT, Set.of());
          world.sim().network().lossyOrdered(true);
          world.sim().network().conditions(Conditions.INTERNET.withLoss(0.1));
          world
              .sim()
              .network()
              .interceptAll(
                  Adversaries.only(
                      GuardMachine.PROTOCOL,
                      Adversaries.replayer(
                          0.3, Duration.ofSeconds(20), world.sim().random("replayer"))));
          world.sim().network().partition(List.of(world.node(3), world.node(4)));
          SignatureId id = world.offer(0, "worm");
          world.sim().runFor(Duration.ofSeconds(10));
          assertThat(world.app(4).enforces(id)).isFalse();
          world.sim().network().unite();
          world.sim().runUntil("all enforce it", T_A.multipliedBy(6), () -> world.allEnforce(id));
        });
  }

  @Test
  void afterAnyFaultsAllEnforceWhatIsGoodAndNobodyWhatIsBad() {
    Seeds.forEach(
        1,
        100,
        seed -> {
          GuardWorld world = new GuardWorld(seed, 6, TrustRule.DEFAULT, Set.of(4, 5));
          SignatureId good = world.offer(0, "worm");
          SignatureId bad = world.offer(4, GuardNode.BAD);
          Chaos chaos = new Chaos(world.sim(), world.nodes(), ChaosSettings.DEFAULT);
          chaos.runFor(Duration.ofMinutes(3));
          assertThat(chaos.faults()).isPositive();
          world
              .sim()
              .runUntil(
                  "the honest enforce the good one",
                  Duration.ofMinutes(5),
                  () -> List.of(0, 1, 2, 3).stream().allMatch(i -> world.app(i).enforces(good)));
          assertThat(List.of(0, 1, 2, 3)).noneMatch(i -> world.app(i).enforces(bad));
        });
  }

  private static List<NodeId> attested(GuardWorld world, int index) {
    return world.app(index).groups().attestsOut(world.group(), world.node(index).id()).stream()
        .map(AttestedNode::node)
        .toList();
  }

  private static List<NodeId> others(GuardWorld world, int index, Set<Integer> but) {
    List<NodeId> others = new ArrayList<>();
    for (int i = 0; i < world.nodes().size(); i++) {
      if (i != index && !but.contains(i)) {
        others.add(world.node(i).id());
      }
    }
    return others;
  }
}
