package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.EquivocationProven;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.RawPeer;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.testing.VouchingNode;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** Who says two things under one number is found out, proven to all, and no longer counts. */
class EquivocationTest {

  private static final Identity MALLORY = TestIdentities.of(900);
  private static final int HONEST = 4;

  private GroupWorld world;
  private GroupId group;
  private SimNode<RawPeer> mallory;
  private Advertiser says;

  @BeforeEach
  void aGroupThatHasAdmittedMallory() {
    world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    group = world.form(HONEST);
    mallory = world.addRaw("mallory", MALLORY);
    world.nodes().forEach(mallory::keepLink);
    world.simulation().runFor(Duration.ofSeconds(1));
    says = new Advertiser(group, world.settings(), world.simulation()::wallMillis);
    SignedAdvertisement honest = says.by(MALLORY, world.id(0));
    for (SimNode<VouchingNode> node : world.nodes()) {
      tell(node, honest);
      mallory.app().say(node.id(), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    }
    pass();
    assertThat(world.nodes()).allMatch(node -> sees(node, MALLORY.nodeId()));
  }

  @Test
  void whoTellsHalfTheGroupSomethingElseIsProvenToAllAndCountsNoMore() {
    tellHalves();
    assertThat(world.nodes()).noneMatch(this::hasProof);
    world
        .simulation()
        .runUntil(
            "all have the proof",
            Duration.ofMillis(world.settings().validityMillis() / 2),
            () -> world.nodes().stream().allMatch(this::hasProof));
    for (SimNode<VouchingNode> node : world.nodes()) {
      assertThat(sees(node, MALLORY.nodeId())).isFalse();
      assertThat(node.app().groups().attestsOut(group, MALLORY.nodeId())).isEmpty();
      assertThat(node.app().events())
          .contains(
              new EquivocationProven(group, MALLORY.nodeId()),
              lost(node.id(), MALLORY.nodeId(), new Loss.Withdrawn(misbehaved())))
          .anyMatch(event ->
              event instanceof AttestationLost gone
                  && gone.attester().equals(MALLORY.nodeId())
                  && gone.loss() instanceof Loss.AttesterEquivocated);
    }
    assertThat(mallory.app().heard(GroupMessage.EquivocationProof.class)).isNotEmpty();
  }

  @Test
  void aProofOutweighsAllThatIsSaidLaterAndEveryTest() {
    equivocateTo(world.node(0));
    awaitProofs();
    for (SimNode<VouchingNode> node : world.nodes()) {
      long refused = statistics(node).refused(Refusal.EQUIVOCATION);
      tell(node, says.by(MALLORY, world.id(0), world.id(1)));
      mallory.app().say(node.id(), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
      pass();
      assertThat(statistics(node).refused(Refusal.EQUIVOCATION)).isEqualTo(refused + 2);
      node.app().groups().startAttest(group, MALLORY.nodeId(), LinkInfo.NONE);
      assertThat(sees(node, MALLORY.nodeId())).isFalse();
    }
  }

  @Test
  void aRestartForgetsNoProof() {
    equivocateTo(world.node(0));
    awaitProofs();
    world.node(0).restart();
    world.simulation().runFor(Duration.ofSeconds(30));
    assertThat(hasProof(world.node(0))).isTrue();
    long refused = statistics(world.node(0)).refused(Refusal.EQUIVOCATION);
    mallory.keepLink(world.node(0));
    world.simulation().runFor(Duration.ofSeconds(5));
    tell(world.node(0), says.by(MALLORY, world.id(0)));
    pass();
    assertThat(statistics(world.node(0)).refused(Refusal.EQUIVOCATION)).isGreaterThan(refused);
  }

  @Test
  void aNewcomerToWhomAnAccompliceVouchesForTheEquivocatorIsShownTheProof() {
    Identity accomplice = TestIdentities.of(901);
    SimNode<RawPeer> eve = world.addRaw("eve", accomplice);
    world.nodes().forEach(eve::keepLink);
    world.simulation().runFor(Duration.ofSeconds(1));
    for (SimNode<VouchingNode> node : world.nodes()) {
      eve.app().say(node.id(), advertisements(says.by(accomplice, world.id(0))));
      eve.app().say(node.id(), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    }
    pass();
    equivocateTo(world.node(0));
    awaitProofs();
    world.add(1);
    world.join(group, HONEST, 1);
    world.simulation().runFor(Duration.ofSeconds(5));
    SimNode<VouchingNode> newcomer = world.node(HONEST);
    assertThat(hasProof(newcomer)).as("nobody speaks of the equivocator").isFalse();
    eve.keepLink(newcomer);
    mallory.keepLink(newcomer);
    world.simulation().runFor(Duration.ofSeconds(1));
    SignedAdvertisement vouching = says.by(accomplice, world.id(0), MALLORY.nodeId());
    for (SimNode<VouchingNode> node : world.nodes()) {
      eve.app().say(node.id(), advertisements(vouching));
    }
    pass();
    assertThat(sees(newcomer, MALLORY.nodeId()) || hasProof(newcomer))
        .as("it has heard of the equivocator, and may have been told already what that is")
        .isTrue();
    world
        .simulation()
        .runUntil("the newcomer knows", Duration.ofSeconds(30), () -> hasProof(newcomer));
    assertThat(world.nodes()).noneMatch(node -> sees(node, MALLORY.nodeId()));
  }

  @Test
  void onlyTwoGoodSignaturesAreAProof() {
    SignedAdvertisement unsigned = unsigned(says.by(MALLORY, world.id(0)));
    SignedAdvertisement signed = sameNumber(unsigned, world.id(1));
    // Believed at first, as it comes from Mallory itself.
    tell(world.node(0), unsigned);
    tell(world.node(0), signed);
    pass();
    assertThat(statistics(world.node(0)).refused(Refusal.BAD_SIGNATURE)).isEqualTo(1);
    tell(world.node(0), signed);
    tell(world.node(0), unsigned);
    pass();
    assertThat(statistics(world.node(0)).refused(Refusal.BAD_SIGNATURE)).isEqualTo(2);
    assertThat(hasProof(world.node(0))).isFalse();
    assertThat(world.groups(0).attestsOut(group, MALLORY.nodeId()))
        .extracting(AttestedNode::node)
        .containsExactly(world.id(1));
  }

  @Test
  void aMadeUpProofConvictsNobodyAndCostsWhoShowsIt() {
    SignedAdvertisement real = latestOf(0);
    SignedAdvertisement invented =
        new SignedAdvertisement(
            Advertiser.ending(real.content(), real.content().expiryMillis() - 10_000),
            AdvertisementCodec.encode(
                Advertiser.ending(real.content(), real.content().expiryMillis() - 10_000)),
            real.signature());
    GroupMessage proof = new GroupMessage.EquivocationProof(Equivocation.of(real, invented));
    for (int i = 0; i < 100; i++) {
      mallory.app().say(world.id(1), proof);
    }
    pass();
    long refused = statistics(world.node(1)).refused(Refusal.BAD_SIGNATURE);
    assertThat(refused).isBetween(1L, 512L / Contradictions.BAD_PROOF_CHECKS + 1);
    assertThat(refused + statistics(world.node(1)).refused(Refusal.OVER_BUDGET)).isEqualTo(100);
    assertThat(world.groups(1).equivocators(group)).isEmpty();
    assertThat(sees(world.node(1), world.id(0))).isTrue();
  }

  @Test
  void aProofAgainstSomebodyOutsideTheViewIsNotKept() {
    Identity stranger = TestIdentities.of(950);
    SignedAdvertisement one = says.by(stranger, world.id(0));
    Equivocation proof = Equivocation.of(one, sameNumber(one, stranger, world.id(1)));
    mallory.app().say(world.id(0), new GroupMessage.EquivocationProof(proof));
    pass();
    assertThat(statistics(world.node(0)).refused(Refusal.NOT_IN_VIEW)).isEqualTo(1);
    assertThat(world.groups(0).equivocators(group)).isEmpty();
  }

  @Test
  void aMemberThatMakesUpEquivocatorsIsHeardOnlyNowAndThen() {
    List<Identity> puppets =
        IntStream.range(0, Contradictions.PROOF_BURST + 4)
            .mapToObj(i -> TestIdentities.of(1_000 + i))
            .toList();
    NodeId[] ids = puppets.stream().map(Identity::nodeId).toArray(NodeId[]::new);
    tell(world.node(0), says.by(MALLORY, ids));
    pass();
    assertThat(world.node(0).app().view(group)).contains(ids);
    for (Identity puppet : puppets) {
      SignedAdvertisement one = says.by(puppet, world.id(0));
      Equivocation proof = Equivocation.of(one, sameNumber(one, puppet, world.id(1)));
      mallory.app().say(world.id(0), new GroupMessage.EquivocationProof(proof));
    }
    world.simulation().runFor(Duration.ofMillis(200));
    assertThat(world.groups(0).equivocators(group)).hasSize(Contradictions.PROOF_BURST);
    assertThat(statistics(world.node(0)).refused(Refusal.TOO_SOON)).isEqualTo(4);
  }

  @Test
  void aNodeWhoseKeyIsUsedElsewhereIsTold() {
    SignedAdvertisement own = latestOf(0);
    SignedAdvertisement other =
        AdvertisementCodec.sign(
            Advertiser.ending(own.content(), own.content().expiryMillis() - 10_000),
            TestIdentities.of(0));
    tell(world.node(0), other);
    pass();
    assertThat(world.groups(0).equivocators(group)).containsOnlyKeys(world.id(0));
    assertThat(world.node(0).app().events()).contains(new EquivocationProven(group, world.id(0)));
    assertThat(world.node(0).app().view(group)).hasSize(HONEST + 1);
    assertThat(world.groups(1).equivocators(group)).as("it does not accuse itself").isEmpty();
  }

  /** Two different statements under one number, one to the first half and one to the others. */
  private void tellHalves() {
    SignedAdvertisement one = says.by(MALLORY, world.id(0), world.id(1));
    SignedAdvertisement other = sameNumber(one, world.id(2));
    for (int i = 0; i < HONEST; i++) {
      tell(world.node(i), i < HONEST / 2 ? one : other);
    }
    pass();
  }

  private void equivocateTo(SimNode<VouchingNode> node) {
    SignedAdvertisement one = says.by(MALLORY, world.id(0), world.id(1));
    tell(node, one);
    tell(node, sameNumber(one, world.id(2)));
  }

  private void awaitProofs() {
    world
        .simulation()
        .runUntil(
            "all have the proof",
            Duration.ofSeconds(1),
            () -> world.nodes().stream().allMatch(this::hasProof));
  }

  private SignedAdvertisement sameNumber(SignedAdvertisement as, NodeId... attestees) {
    return sameNumber(as, MALLORY, attestees);
  }

  private SignedAdvertisement sameNumber(
      SignedAdvertisement as, Identity attester, NodeId... attestees) {
    long sequence = as.content().sequence();
    return says.by(attester, content -> Advertiser.numbered(content, sequence), attestees);
  }

  private static SignedAdvertisement unsigned(SignedAdvertisement signed) {
    return new SignedAdvertisement(
        signed.content(), signed.encoded(), MALLORY.sign(AdvertisementCodec.DOMAIN, Bytes.EMPTY));
  }

  /** The latest advertisement of an honest node, as Mallory has heard it. */
  private SignedAdvertisement latestOf(int index) {
    return mallory.app().heard(GroupMessage.Advertisements.class).stream()
        .flatMap(heard -> heard.advertisements().stream())
        .filter(heard -> heard.content().attesterId().equals(world.id(index)))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private void tell(SimNode<VouchingNode> node, SignedAdvertisement advertisement) {
    mallory.app().say(node.id(), advertisements(advertisement));
  }

  private static GroupMessage advertisements(SignedAdvertisement one) {
    return new GroupMessage.Advertisements(List.of(one));
  }

  private void pass() {
    world.simulation().runFor(Duration.ofMillis(300));
  }

  private boolean hasProof(SimNode<VouchingNode> node) {
    Set<NodeId> proven = node.app().groups().equivocators(group).keySet();
    return proven.contains(MALLORY.nodeId());
  }

  private boolean sees(SimNode<VouchingNode> node, NodeId other) {
    return node.app().view(group).contains(other);
  }

  private GroupEvent lost(NodeId attester, NodeId attestee, Loss loss) {
    return new AttestationLost(group, attester, attestee, loss);
  }

  private static Reason misbehaved() {
    return Reason.of(ReasonCode.MISBEHAVED);
  }

  private static GroupStatistics statistics(SimNode<VouchingNode> node) {
    return node.app().groups().statistics();
  }
}
