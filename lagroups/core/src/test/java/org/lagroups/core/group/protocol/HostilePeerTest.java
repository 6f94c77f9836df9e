package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.group.protocol.HostileWorld.MALLORY;
import static org.lagroups.core.group.protocol.HostileWorld.OTHER;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.RawPeer;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.SimNode;

/** Whatever a peer sends that must not be sent is refused, counted, and changes nothing. */
class HostilePeerTest {

  private final HostileWorld hostile = new HostileWorld();
  private final GroupWorld world = hostile.world;
  private final GroupId group = hostile.group;
  private final Advertiser says = hostile.says;

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
    hostile.tell(says.by(OTHER, content -> Advertiser.ending(content, latest)));
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
    hostile.tell(newer);
    assertRefused(Refusal.STALE, older);
    long duplicates = world.groups(0).statistics().duplicates();
    hostile.tell(newer);
    assertThat(world.groups(0).statistics().duplicates()).isEqualTo(duplicates + 1);
  }

  @Test
  void aReplayIsRefusedEvenWhenWhatReplacedItHasExpired() {
    SignedAdvertisement older = says.by(OTHER, world.id(1));
    long step = world.settings().grid().stepMillis();
    hostile.tell(older);
    hostile.tell(
        says.by(OTHER, content -> Advertiser.ending(content, content.expiryMillis() - 3 * step)));
    world.simulation().runFor(Duration.ofMillis(4 * step));
    assertRefused(Refusal.STALE, older);
  }

  @Test
  void twoStatementsUnderOneNumberAreNoticedAndTheFirstKept() {
    SignedAdvertisement first = says.by(OTHER, world.id(1));
    long sequence = first.content().sequence();
    hostile.tell(first);
    assertRefused(
        Refusal.EQUIVOCATION, says.by(OTHER, content -> Advertiser.numbered(content, sequence)));
    assertRefused(
        Refusal.BAD_SIGNATURE,
        HostileWorld.forged(says.by(OTHER, content -> Advertiser.numbered(content, sequence))));
  }

  @Test
  void aForgedAdvertisementIsRefused() {
    assertRefused(Refusal.BAD_SIGNATURE, HostileWorld.forged(says.by(OTHER, world.id(1))));
  }

  @Test
  void whatItsAttesterSignedWronglyIsNotPassedOn() {
    hostile.tell(HostileWorld.forged(says.by(MALLORY, world.id(0), world.id(1))));
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
    assertRefused(
        Refusal.UNKNOWN_GROUP, GroupMessageCodec.encode(HostileWorld.summary(unknown, 1)));
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
    stranger.app().say(world.id(0), HostileWorld.summary(group, 1));
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
    hostile.tell(newer);
    hostile.tell(older);
    assertThat(hostile.heard(GroupMessage.Advertisements.class))
        .anySatisfy(heard -> assertThat(heard.advertisements()).containsExactly(newer));
  }

  private static Bytes replaced(Bytes in, Bytes what, Bytes by) {
    return Bytes.fromHex(in.toHex().replace(what.toHex(), by.toHex()));
  }

  private void assertRefused(Refusal reason, SignedAdvertisement advertisement) {
    assertRefused(
        reason, GroupMessageCodec.encode(new GroupMessage.Advertisements(List.of(advertisement))));
  }

  private void assertRefused(Refusal reason, Bytes message) {
    long before = world.groups(0).statistics().refused(reason);
    var graph = world.groups(0).attestations(group);
    hostile.say(message);
    hostile.pass();
    assertThat(world.groups(0).statistics().refused(reason)).isEqualTo(before + 1);
    assertThat(world.groups(0).attestations(group)).isEqualTo(graph);
  }
}
