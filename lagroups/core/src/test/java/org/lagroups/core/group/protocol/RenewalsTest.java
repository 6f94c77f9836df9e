package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.RawPeer;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.Changes;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessage.Want;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.Renewal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** Renewals stand for whole advertisements, and fail as these would. */
class RenewalsTest {

  private static final Identity MALLORY = TestIdentities.of(900);

  private GroupWorld world;
  private GroupId group;
  private SimNode<RawPeer> mallory;
  private Advertiser says;

  @BeforeEach
  void aGroup() {
    world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    group = world.form(4);
    world.simulation().runFor(Duration.ofSeconds(30));
    mallory = world.addRaw("mallory", MALLORY);
    mallory.keepLink(world.node(0));
    world.simulation().runFor(Duration.ofSeconds(1));
    says = new Advertiser(group, world.settings(), world.simulation()::wallMillis);
  }

  @Test
  void anIdleGroupSendsNothingElse() {
    GroupStatistics before = at(0);
    world.simulation().runFor(Duration.ofMinutes(5));
    GroupStatistics after = at(0);
    long accepted = after.accepted() - before.accepted();
    assertThat(accepted).as("from three members, every 19 s").isBetween(3L * 14, 3L * 18);
    assertThat(after.renewed() - before.renewed()).isEqualTo(accepted);
    assertThat(after.checksSaved() - before.checksSaved()).isEqualTo(accepted);
    assertThat(after.signatureChecks()).isEqualTo(before.signatureChecks());
    assertThat(after.refused()).isEqualTo(before.refused());
    assertThat(
            (after.bytesOut() - before.bytesOut()) / (after.messagesOut() - before.messagesOut()))
        .as("mean length of a message")
        .isLessThan(120);
  }

  @Test
  void aRelayedRenewalIsChecked() {
    world.simulation().network().cutBoth(world.node(1), world.node(2));
    world.simulation().runFor(Duration.ofMinutes(2));
    GroupStatistics before = at(2);
    world.simulation().runFor(Duration.ofMinutes(3));
    GroupStatistics after = at(2);
    long checks = after.signatureChecks() - before.signatureChecks();
    long ownChecks = 9 * 2;
    assertThat(checks).as("of node 1, over 0 and 3").isGreaterThanOrEqualTo(9);
    assertThat(checks).as("once each, and those that it passes on").isLessThan(2 * 9 + ownChecks);
    assertThat(after.renewed() - before.renewed())
        .as("those of node 1, and twice; of the two others once")
        .isGreaterThan(4 * 9);
    assertThat(after.refused(Refusal.UNKNOWN_BASE)).isEqualTo(before.refused(Refusal.UNKNOWN_BASE));
    assertThat(world.groups(2).attestsOut(group, world.id(1))).hasSize(2);
  }

  @Test
  void whoLacksTheBaseAsksForTheWhole() {
    enter();
    SignedAdvertisement known = says.by(MALLORY, world.id(0));
    SignedAdvertisement unknown = says.by(MALLORY, world.id(0), world.id(1));
    SignedAdvertisement next = says.by(MALLORY, world.id(0), world.id(1));
    tell(known);
    tell(Renewal.between(unknown, next).orElseThrow());
    assertThat(at(0).refused(Refusal.UNKNOWN_BASE)).isEqualTo(1);
    List<Want> wants = mallory.app().heard(Want.class);
    assertThat(wants.getLast().attesters()).containsExactly(MALLORY.nodeId());
    tell(next);
    assertThat(world.groups(0).attestsOut(group, MALLORY.nodeId())).hasSize(2);
  }

  @Test
  void asksOnlyOnceASecondHoweverManyRenewalsCome() {
    enter();
    int before = mallory.app().heard(Want.class).size();
    for (int i = 0; i < 200; i++) {
      SignedAdvertisement unknown = says.by(MALLORY, world.id(0), world.id(1));
      SignedAdvertisement next = says.by(MALLORY, world.id(0), world.id(1));
      mallory.app().say(world.id(0), of(Renewal.between(unknown, next).orElseThrow()));
      world.simulation().runFor(Duration.ofMillis(10));
    }
    pass();
    assertThat(mallory.app().heard(Want.class).size() - before).isBetween(1, 3);
    assertThat(at(0).refused(Refusal.UNKNOWN_BASE)).isEqualTo(200);
  }

  @Test
  void doesNotAskForThoseOutsideTheView() {
    enter();
    Identity stranger = TestIdentities.of(901);
    SignedAdvertisement one = says.by(stranger);
    int before = mallory.app().heard(Want.class).size();
    tell(Renewal.between(one, says.by(stranger)).orElseThrow());
    assertThat(at(0).refused(Refusal.UNKNOWN_BASE)).isEqualTo(1);
    assertThat(mallory.app().heard(Want.class)).hasSize(before);
  }

  @Test
  void changesOfEntriesThatThereAreNotAreRefusedAndNotAskedFor() {
    enter();
    SignedAdvertisement known = says.by(MALLORY, world.id(0));
    tell(known);
    Renewal good = Renewal.between(known, says.by(MALLORY, world.id(0))).orElseThrow();
    int wantsBefore = mallory.app().heard(Want.class).size();
    for (int place : new int[] {1, 63}) {
      Changes beyond = new Changes(1L << place, List.of(LinkInfo.ofRoundTrip(1)));
      tell(changing(good, beyond));
    }
    assertThat(at(0).refused(Refusal.OUT_OF_RANGE)).isEqualTo(2);
    assertThat(mallory.app().heard(Want.class)).hasSize(wantsBefore);
    long duplicatesBefore = at(0).duplicates();
    tell(good);
    tell(good);
    assertThat(at(0).duplicates()).as("the good one was taken").isGreaterThan(duplicatesBefore);
  }

  @Test
  void otherMeasurementsThanWereSignedAreRefused() {
    enter();
    Renewal genuine = renewalOf(1);
    tell(changing(genuine, new Changes(1, List.of(LinkInfo.ofRoundTrip(1)))));
    assertThat(at(0).refused(Refusal.BAD_SIGNATURE)).isEqualTo(1);
  }

  @Test
  void aForgedRenewalOfAnotherMemberIsRefused() {
    enter();
    Renewal genuine = renewalOf(1);
    Renewal forged = at(genuine, genuine.sequence() + 1, genuine.expiryMillis());
    tell(forged);
    assertThat(at(0).refused(Refusal.BAD_SIGNATURE)).isEqualTo(1);
    assertThat(world.groups(0).attestsOut(group, world.id(1))).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void theRulesForExpiryHoldForRenewals() {
    enter();
    SignedAdvertisement known = says.by(MALLORY, world.id(0));
    tell(known);
    SignedAdvertisement next = says.by(MALLORY, world.id(0));
    Renewal good = Renewal.between(known, next).orElseThrow();
    long expiry = good.expiryMillis();
    tell(at(good, good.sequence(), expiry + 1));
    assertThat(at(0).refused(Refusal.OFF_GRID)).isEqualTo(1);
    tell(at(good, good.sequence(), expiry + 2 * world.settings().grid().stepMillis()));
    assertThat(at(0).refused(Refusal.FUTURE_DATED)).isEqualTo(1);
    tell(at(good, known.content().sequence() - 1, expiry));
    assertThat(at(0).refused(Refusal.STALE)).isEqualTo(1);
    tell(good);
    tell(good);
    assertThat(at(0).duplicates()).isGreaterThanOrEqualTo(1);
  }

  /** Lets the group know the adversary, who attests to node 0 and is attested to. */
  private void enter() {
    tell(says.by(MALLORY, world.id(0)));
    mallory.app().say(world.id(0), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    pass();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
  }

  /** A renewal that a node sends now, as it would be passed on. */
  private Renewal renewalOf(int node) {
    NodeId id = world.id(node);
    List<Renewal> sent = new ArrayList<>();
    world
        .simulation()
        .network()
        .intercept(
            world.node(node),
            (envelope, wire) -> {
              if (GroupMessageCodec.decode(envelope.message())
                  instanceof Decoded.Accepted<GroupMessage>(GroupMessage.Advertisements all)) {
                sent.addAll(all.renewals());
              }
              wire.send(envelope);
            });
    world.simulation().runUntil("a renewal is sent", Duration.ofSeconds(30), () -> !sent.isEmpty());
    Renewal own = sent.getFirst();
    return new Renewal(
        own.group(),
        Optional.of(id),
        own.base(),
        own.sequence(),
        own.expiryMillis(),
        own.changes(),
        own.signature(),
        Bytes.EMPTY);
  }

  private static Renewal at(Renewal renewal, long sequence, long expiryMillis) {
    return new Renewal(
        renewal.group(),
        renewal.attester(),
        renewal.base(),
        sequence,
        expiryMillis,
        renewal.changes(),
        renewal.signature(),
        renewal.share());
  }

  private static Renewal changing(Renewal renewal, Changes changes) {
    return new Renewal(
        renewal.group(),
        renewal.attester(),
        renewal.base(),
        renewal.sequence(),
        renewal.expiryMillis(),
        changes,
        renewal.signature(),
        renewal.share());
  }

  private GroupStatistics at(int node) {
    return world.groups(node).statistics();
  }

  private static GroupMessage of(Renewal renewal) {
    return new GroupMessage.Advertisements(List.of(), List.of(renewal));
  }

  private void tell(Renewal renewal) {
    mallory.app().say(world.id(0), of(renewal));
    pass();
  }

  private void tell(SignedAdvertisement advertisement) {
    mallory.app().say(world.id(0), new GroupMessage.Advertisements(List.of(advertisement)));
    pass();
  }

  private void pass() {
    world.simulation().runFor(Duration.ofSeconds(1));
  }
}
