package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.RawPeer;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** Whatever a peer sends is refused, counted, and changes nothing. */
class HostilePeerTest {

  private static final Identity MALLORY = TestIdentities.of(900);
  private static final Identity OTHER = TestIdentities.of(901);

  private GroupWorld world;
  private GroupId group;
  private SimNode<RawPeer> mallory;
  private Advertiser says;

  @BeforeEach
  void aGroupThatHasAdmittedMallory() {
    world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    group = world.form(3);
    mallory = world.addRaw("mallory", MALLORY);
    mallory.keepLink(world.node(0));
    world.simulation().runFor(Duration.ofSeconds(1));
    says = new Advertiser(group, world.settings(), world.simulation()::wallMillis);
    tell(says.by(MALLORY, world.id(0)));
    mallory.app().say(world.id(0), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    pass();
    assertThat(world.node(2).app().view(group)).contains(MALLORY.nodeId());
  }

  @Test
  void anExpiredAdvertisementIsRefused() {
    long grid = world.settings().grid().stepMillis();
    long now = world.simulation().wallMillis();
    long expired = Math.floorDiv(now - world.settings().clockSkewMillis() - 1, grid) * grid;
    assertRefused(Refusal.EXPIRED, says.by(OTHER, content -> Advertiser.ending(content, expired)));
  }

  @Test
  void aFutureDatedAdvertisementIsRefused() {
    long step = world.settings().grid().stepMillis();
    assertRefused(
        Refusal.FUTURE_DATED,
        says.by(OTHER, content -> Advertiser.ending(content, content.expiryMillis() + 2 * step)));
  }

  @Test
  void clocksMayDifferByTheSkewAgreedOn() {
    long step = world.settings().grid().stepMillis();
    long now = world.simulation().wallMillis();
    long latest =
        Math.floorDiv(
                now + world.settings().validityMillis() + world.settings().clockSkewMillis(), step)
            * step;
    long before = world.groups(0).statistics().accepted();
    tell(says.by(OTHER, content -> Advertiser.ending(content, latest)));
    assertThat(world.groups(0).statistics().accepted()).isEqualTo(before + 1);
  }

  @Test
  void anExpiryOffTheGridIsRefused() {
    assertRefused(
        Refusal.OFF_GRID,
        says.by(OTHER, content -> Advertiser.ending(content, content.expiryMillis() - 1)));
  }

  @Test
  void aReplayedAdvertisementIsRefused() {
    SignedAdvertisement older = says.by(OTHER);
    SignedAdvertisement newer = says.by(OTHER, world.id(1));
    tell(newer);
    assertRefused(Refusal.STALE, older);
    long duplicates = world.groups(0).statistics().duplicates();
    tell(newer);
    assertThat(world.groups(0).statistics().duplicates()).isEqualTo(duplicates + 1);
  }

  @Test
  void aReplayIsRefusedEvenWhenWhatReplacedItHasExpired() {
    SignedAdvertisement older = says.by(OTHER, world.id(1));
    long step = world.settings().grid().stepMillis();
    tell(older);
    tell(says.by(OTHER, content -> Advertiser.ending(content, content.expiryMillis() - 3 * step)));
    world.simulation().runFor(Duration.ofMillis(4 * step));
    assertRefused(Refusal.STALE, older);
  }

  @Test
  void twoStatementsUnderOneNumberAreNoticedAndTheFirstKept() {
    SignedAdvertisement first = says.by(OTHER, world.id(1));
    long sequence = first.content().sequence();
    tell(first);
    assertRefused(
        Refusal.EQUIVOCATION, says.by(OTHER, content -> Advertiser.numbered(content, sequence)));
    assertRefused(
        Refusal.BAD_SIGNATURE,
        forged(says.by(OTHER, content -> Advertiser.numbered(content, sequence))));
  }

  @Test
  void aForgedAdvertisementIsRefused() {
    assertRefused(Refusal.BAD_SIGNATURE, forged(says.by(OTHER, world.id(1))));
  }

  @Test
  void whatItsAttesterSignedWronglyIsNotPassedOn() {
    tell(forged(says.by(MALLORY, world.id(0), world.id(1))));
    // Node 0 believed the link, until somebody else needed the advertisement.
    world.simulation().runFor(Duration.ofMinutes(1));
    assertThat(world.groups(0).statistics().refused(Refusal.BAD_SIGNATURE)).isPositive();
    assertThat(world.groups(0).attestsOut(group, MALLORY.nodeId())).isEmpty();
    assertThat(world.groups(1).attestsIn(group, world.id(1)))
        .extracting(attested -> attested.node())
        .doesNotContain(MALLORY.nodeId());
  }

  @Test
  void moreEntriesThanTheGroupMayHaveMembersAreRefused() {
    GroupSettings pair = new GroupSettings(60_000, 2, 5_000);
    GroupId small = world.node(0).app().create(pair);
    Advertiser inSmall = new Advertiser(small, pair, world.simulation()::wallMillis);
    assertRefused(Refusal.OUT_OF_RANGE, inSmall.by(MALLORY, world.id(0), world.id(1)));
  }

  @Test
  void anotherGroupIsRefused() {
    GroupId unknown = GroupId.random(world.simulation().random("unknown group"));
    Advertiser elsewhere =
        new Advertiser(unknown, world.settings(), world.simulation()::wallMillis);
    assertRefused(Refusal.UNKNOWN_GROUP, elsewhere.by(MALLORY));
    assertRefused(
        Refusal.UNKNOWN_GROUP,
        GroupMessageCodec.encode(new GroupMessage.JoinAsk(unknown, Bytes.EMPTY)));
    assertRefused(Refusal.UNKNOWN_GROUP, GroupMessageCodec.encode(summary(unknown, 1)));
  }

  @Test
  void selfAttestationIsRefused() {
    // No object says such a thing: it has to be forged from the bytes of another attestee.
    SignedAdvertisement signed = says.by(MALLORY, OTHER.nodeId());
    assertRefused(
        Refusal.SELF_ATTESTATION,
        replaced(
            GroupMessageCodec.encode(new GroupMessage.Advertisements(List.of(signed))),
            OTHER.nodeId().bytes(),
            MALLORY.nodeId().bytes()));
  }

  @Test
  void garbageTruncationAndExcessAreRefused() {
    Bytes message =
        GroupMessageCodec.encode(new GroupMessage.Advertisements(List.of(says.by(MALLORY))));
    assertRefused(Refusal.MALFORMED, Bytes.fromHex("ff".repeat(40)));
    assertRefused(Refusal.MALFORMED, message.slice(0, message.length() - 1));
    byte[] longer = new byte[message.length() + 2];
    message.copyTo(longer, 0);
    longer[message.length()] = 0x78;
    assertRefused(Refusal.NOT_CANONICAL, Bytes.wrapOwned(longer));
    byte[] oversize = new byte[AdvertisementCodec.MAX_ADVERTISEMENT_BYTES + 100];
    assertRefused(Refusal.MALFORMED, Bytes.wrapOwned(oversize));
  }

  @Test
  void strangersGetNoAnswers() {
    SimNode<RawPeer> stranger = world.addRaw("stranger", OTHER);
    stranger.keepLink(world.node(0));
    world.simulation().runFor(Duration.ofSeconds(1));
    stranger.app().say(world.id(0), summary(group, 1));
    stranger.app().say(world.id(0), new GroupMessage.Digest(group, List.of(), false));
    stranger.app().say(world.id(0), new GroupMessage.Want(group, List.of(world.id(0))));
    world.simulation().runFor(Duration.ofMinutes(2));
    assertThat(world.groups(0).statistics().refused(Refusal.NOT_IN_VIEW)).isEqualTo(3);
    assertThat(stranger.app().heard(GroupMessage.class)).isEmpty();
  }

  @Test
  void anAttesterThatHasFallenBehindHearsWhereItWas() {
    SignedAdvertisement older = says.by(MALLORY, world.id(0));
    SignedAdvertisement newer = says.by(MALLORY, world.id(0), world.id(1));
    tell(newer);
    tell(older);
    assertThat(mallory.app().heard(GroupMessage.Advertisements.class))
        .anySatisfy(heard -> assertThat(heard.advertisements()).containsExactly(newer));
  }

  @Test
  void onePeerContributesSixteenCandidatesAtMost() {
    for (int i = 0; i < 40; i++) {
      tell(says.by(TestIdentities.of(1_000 + i), world.id(0)));
    }
    List<NodeId> asked =
        IntStream.range(0, 40)
            .mapToObj(i -> TestIdentities.of(1_000 + i).nodeId())
            .sorted()
            .toList();
    // As soon as one of them is attested to, what it says counts: that shows who was kept.
    long kept = asked.stream().filter(this::isKept).count();
    assertThat(kept).isEqualTo(AdvertisementDatabase.MAX_CANDIDATES_PER_PEER);
  }

  @Test
  void aFloodOfForgeriesCostsABoundedNumberOfChecksAndMallorysNextHonestWordIsHeard() {
    SignedAdvertisement forgery = forged(says.by(OTHER));
    for (int i = 0; i < 2_000; i++) {
      mallory.app().say(world.id(0), new GroupMessage.Advertisements(List.of(forgery)));
    }
    world.simulation().runFor(Duration.ofSeconds(1));
    assertThat(world.groups(0).statistics().refused(Refusal.BAD_SIGNATURE))
        .isLessThanOrEqualTo(512 + 64);
    assertThat(world.groups(0).statistics().refused(Refusal.OVER_BUDGET)).isPositive();
    assertThat(world.node(0).app().view(group)).hasSize(4);
    world.simulation().runFor(Duration.ofSeconds(10));
    long before = world.groups(0).statistics().accepted();
    tell(says.by(OTHER));
    assertThat(world.groups(0).statistics().accepted()).isGreaterThan(before);
  }

  @Test
  void anAttestersOwnAdvertisementsAreTakenNoFasterThanItMayIssueThem() {
    long before = world.groups(0).statistics().accepted();
    for (int i = 0; i < 500; i++) {
      mallory.app().say(world.id(0), advertisements(says.by(MALLORY, world.id(0))));
    }
    pass();
    // What has come meanwhile are a few from nodes 1 and 2.
    long taken = world.groups(0).statistics().accepted() - before;
    assertThat(taken).isBetween(GroupInbox.OWN_BURST + 0L, GroupInbox.OWN_BURST + 4L);
    assertThat(world.groups(0).statistics().refused(Refusal.TOO_SOON))
        .isBetween(498L - GroupInbox.OWN_BURST, 500L - GroupInbox.OWN_BURST);
    tell(says.by(MALLORY, world.id(0), world.id(2)));
    assertThat(world.groups(0).attestsOut(group, MALLORY.nodeId())).hasSize(2);
  }

  @Test
  void theCheckBeforePassingOnIsMadeOnce() {
    keepMalloryFromAllButNodeZero();
    long before = world.groups(0).statistics().signatureChecks();
    long relayed = world.groups(0).statistics().relayed();
    tell(says.by(MALLORY, world.id(0), OTHER.nodeId()));
    assertThat(world.groups(0).statistics().relayed()).isEqualTo(relayed + 2);
    mallory.app().say(world.id(0), new GroupMessage.Want(group, List.of(MALLORY.nodeId())));
    mallory.app().say(world.id(0), new GroupMessage.Want(group, List.of(MALLORY.nodeId())));
    pass();
    assertThat(mallory.app().heard(GroupMessage.Advertisements.class)).hasSizeGreaterThan(1);
    assertThat(world.groups(0).statistics().signatureChecks()).isEqualTo(before + 1);
  }

  @Test
  void theCheckBeforePassingOnIsAtTheExpenseOfTheAttester() {
    keepMalloryFromAllButNodeZero();
    SignedAdvertisement forgery = forged(says.by(OTHER));
    for (int i = 0; i < 600; i++) {
      mallory.app().say(world.id(0), advertisements(forgery));
    }
    NodeId stranger = TestIdentities.of(902).nodeId();
    SignedAdvertisement honest = says.by(MALLORY, world.id(0), OTHER.nodeId(), stranger);
    long relayed = world.groups(0).statistics().relayed();
    mallory.app().say(world.id(0), advertisements(honest));
    world.simulation().runFor(Duration.ofMillis(60));
    assertThat(world.groups(0).attestsOut(group, MALLORY.nodeId())).hasSize(3);
    assertThat(world.groups(0).statistics().relayed()).isEqualTo(relayed);
    world.simulation().runFor(Duration.ofSeconds(40));
    assertThat(world.groups(1).attestsOut(group, MALLORY.nodeId())).hasSize(3);
  }

  /** So that node 0 has to pass on what Mallory says. */
  private void keepMalloryFromAllButNodeZero() {
    for (int i = 1; i < 3; i++) {
      world.simulation().network().cutBoth(world.node(i), mallory);
    }
    world.simulation().runFor(Duration.ofSeconds(40));
    tell(says.by(MALLORY, world.id(0)));
    assertThat(world.groups(1).attestsOut(group, MALLORY.nodeId())).isNotEmpty();
  }

  private static GroupMessage advertisements(SignedAdvertisement one) {
    return new GroupMessage.Advertisements(List.of(one));
  }

  @Test
  void whoSaysAgainThatItIsNoMemberIsTakenAtItsWord() {
    deny();
    assertThat(world.node(0).app().view(group)).as("after one word").contains(MALLORY.nodeId());
    deny();
    assertThat(world.node(0).app().view(group)).doesNotContain(MALLORY.nodeId());
    assertThat(world.node(0).app().events())
        .contains(
            new AttestationLost(
                group,
                world.id(0),
                MALLORY.nodeId(),
                new Loss.Withdrawn(Reason.of(ReasonCode.LEFT))));
  }

  @Test
  void whoSpeaksOfTheGroupMeanwhileContradictsItself() {
    deny();
    mallory.app().say(world.id(0), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    deny();
    tell(says.by(MALLORY, world.id(0)));
    deny();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
  }

  @Test
  void sayingItTwiceAtOnceIsSayingItOnce() {
    for (int i = 0; i < 100; i++) {
      mallory.app().say(world.id(0), new GroupMessage.NotMember(group));
    }
    pass();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
  }

  @Test
  void whoWasNoMemberIsOneAgainWithItsNextAdvertisement() {
    deny();
    deny();
    tell(says.by(MALLORY, world.id(0)));
    mallory.app().say(world.id(0), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    pass();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
  }

  @Test
  void whoAsksAboutAnotherGroupHearsSoWithinLimits() {
    GroupId unknown = GroupId.random(world.simulation().random("unknown group"));
    for (int i = 0; i < 500; i++) {
      mallory.app().say(world.id(0), summary(unknown, i));
    }
    mallory.app().say(world.id(0), new GroupMessage.NotMember(unknown));
    pass();
    assertThat(mallory.app().heard(GroupMessage.NotMember.class))
        .hasSize(Dispatch.DENIALS_AT_ONCE)
        .containsOnly(new GroupMessage.NotMember(unknown));
    world.simulation().runFor(Duration.ofSeconds(10));
    mallory.app().say(world.id(0), new GroupMessage.NotMember(unknown));
    pass();
    assertThat(mallory.app().heard(GroupMessage.NotMember.class))
        .as("no answer to an answer")
        .hasSize(Dispatch.DENIALS_AT_ONCE);
  }

  private void deny() {
    mallory.app().say(world.id(0), new GroupMessage.NotMember(group));
    long grace = world.settings().validityMillis() / Denials.GRACES_PER_VALIDITY;
    world.simulation().runFor(Duration.ofMillis(grace + 100));
  }

  private boolean isKept(NodeId candidate) {
    world.groups(0).startAttest(group, candidate, LinkInfo.NONE);
    return !world.groups(0).attestsOut(group, candidate).isEmpty();
  }

  private void assertRefused(Refusal reason, SignedAdvertisement advertisement) {
    assertRefused(
        reason, GroupMessageCodec.encode(new GroupMessage.Advertisements(List.of(advertisement))));
  }

  private void assertRefused(Refusal reason, Bytes message) {
    long before = world.groups(0).statistics().refused(reason);
    var graph = world.groups(0).attestations(group);
    mallory.app().say(world.id(0), message);
    pass();
    assertThat(world.groups(0).statistics().refused(reason)).isEqualTo(before + 1);
    assertThat(world.groups(0).attestations(group)).isEqualTo(graph);
  }

  private void tell(SignedAdvertisement advertisement) {
    mallory.app().say(world.id(0), new GroupMessage.Advertisements(List.of(advertisement)));
    pass();
  }

  private void pass() {
    world.simulation().runFor(Duration.ofMillis(300));
  }

  private static SignedAdvertisement forged(SignedAdvertisement advertisement) {
    return new SignedAdvertisement(
        advertisement.content(),
        advertisement.encoded(),
        MALLORY.sign(AdvertisementCodec.DOMAIN, Bytes.EMPTY));
  }

  private static Bytes replaced(Bytes in, Bytes what, Bytes by) {
    return Bytes.fromHex(in.toHex().replace(what.toHex(), by.toHex()));
  }

  private static GroupMessage summary(GroupId group, int number) {
    byte[] hash = new byte[GroupMessage.Summary.HASH_BYTES];
    hash[0] = (byte) number;
    return new GroupMessage.Summary(group, Bytes.wrapOwned(hash));
  }
}
