package org.lagroups.core.group.endorse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.RawPeer;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptCheck;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessage.Share;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.Renewal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** Members prove by what others have signed that they are members, to whoever asks. */
final class EndorsementTest {

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final Identity MALLORY = TestIdentities.of(900);
  private static final int SIZE = 5;

  private final GroupWorld world =
      new GroupWorld(Seeds.one(), GroupSettings.DEFAULT, Optional.of(BLS));
  private GroupId group;

  @BeforeEach
  void aGroup() {
    group = world.form(SIZE);
    world
        .simulation()
        .runUntil("all attest to all", Duration.ofSeconds(10), () -> world.isClique(group));
    letAllSignForTheSameTime();
  }

  /** If the group was formed around a time at which endorsements end, that takes a third of T_a. */
  private void letAllSignForTheSameTime() {
    for (long passed = 0; !isEveryTranscriptFull(); passed += 1_000) {
      assertThat(passed).isLessThanOrEqualTo(world.settings().validityMillis() / 3);
      pass();
    }
  }

  private boolean isEveryTranscriptFull() {
    return IntStream.range(0, SIZE)
        .allMatch(i ->
            transcript(i, SIZE - 1).filter(one -> one.signers().size() == SIZE - 1).isPresent());
  }

  @Test
  void everyMemberConvincesAStranger() {
    for (int i = 0; i < SIZE; i++) {
      Transcript transcript = transcript(i, SIZE - 1).orElseThrow();
      assertThat(transcript.endorsement().attestee()).isEqualTo(world.id(i));
      TranscriptPolicy policy =
          TranscriptPolicy.ofSigners(SIZE - 1)
              .about(group, world.id(i))
              .withTrusted(1, Set.of(world.id((i + 1) % SIZE)));
      assertThat(check(transcript, policy)).isEqualTo(new TranscriptCheck(SIZE - 1, 1, List.of()));
    }
  }

  @Test
  void aTranscriptIsThereAtAllTimes() {
    for (int second = 0; second < 130; second += 5) {
      world.simulation().runFor(Duration.ofSeconds(5));
      Transcript transcript = transcript(0, SIZE - 1).orElseThrow();
      assertThat(transcript.signers()).as("after %d s", second).hasSize(SIZE - 1);
      long left = transcript.endorsement().expiryMillis() - world.simulation().wallMillis();
      assertThat(left)
          .as("after %d s it is still good for a third of T_a", second)
          .isGreaterThanOrEqualTo(world.settings().validityMillis() / 3);
    }
  }

  @Test
  void aShareGoesToItsAttesteeOnceInAThirdOfTheValidity() {
    SimNode<RawPeer> listener = attesting();
    world.simulation().runFor(Duration.ofMillis(world.settings().validityMillis()));
    List<Share> alone = listener.app().heard(Share.class);
    List<Renewal> renewals =
        listener.app().heard(GroupMessage.Advertisements.class).stream()
            .flatMap(all -> all.renewals().stream())
            .filter(renewal -> !renewal.share().isEmpty())
            .toList();
    assertThat(alone).as("from the one member that it is linked with").hasSize(1);
    assertThat(alone.getFirst().possession().isEmpty()).isFalse();
    assertThat(renewals.size()).as("the others go with a renewal").isBetween(2, 3);
    Set<Long> expiries = new TreeSet<>();
    expiries.add(alone.getFirst().expiryMillis());
    renewals.forEach(
        one -> expiries.add(world.settings().grid().endorsedUntil(one.expiryMillis())));
    assertThat(expiries).as("once each").hasSize(1 + renewals.size());
  }

  @Test
  void whoGivesABadShareIsFoundAndLeftOut() {
    SimNode<RawPeer> mallory = attesting();
    long expiry = expiry();
    Endorsement wrong = new Endorsement(group, world.id(1), expiry);
    say(mallory, new Share(group, expiry, sign(wrong), possession(MALLORY)));
    Transcript transcript = transcript(0, SIZE).orElseThrow();
    assertThat(transcript.signers()).hasSize(SIZE - 1);
    assertThat(check(transcript, TranscriptPolicy.ofSigners(SIZE - 1)).isValid()).isTrue();
    assertThat(refused(Refusal.BAD_SHARE)).isEqualTo(1);
    Endorsement right = new Endorsement(group, world.id(0), expiry);
    say(mallory, new Share(group, expiry, sign(right), Bytes.EMPTY));
    assertThat(refused(Refusal.BAD_SHARE)).as("not heard for a while").isEqualTo(2);
  }

  @Test
  void aShareSignedForAnotherGroupIsFoundAndChargedToItsSigner() {
    SimNode<RawPeer> mallory = attesting();
    long expiry = expiry();
    GroupId another = GroupId.random(world.simulation().random("another group"));
    Bytes share = sign(new Endorsement(another, world.id(0), expiry));
    say(mallory, new Share(group, expiry, share, possession(MALLORY)));
    Transcript transcript = transcript(0, SIZE).orElseThrow();
    assertThat(transcript.signers()).hasSize(SIZE - 1);
    assertThat(check(transcript, TranscriptPolicy.ofSigners(SIZE - 1)).isValid()).isTrue();
    assertThat(refused(Refusal.BAD_SHARE)).isEqualTo(1);
    Endorsement right = new Endorsement(group, world.id(0), expiry);
    say(mallory, new Share(group, expiry, sign(right), Bytes.EMPTY));
    assertThat(refused(Refusal.BAD_SHARE)).as("its signer is not heard for a while").isEqualTo(2);
    say(mallory, new Share(another, expiry, share, possession(MALLORY)));
    assertThat(refused(Refusal.UNKNOWN_GROUP)).isEqualTo(1);
  }

  @Test
  void aGoodShareOfANewMemberCounts() {
    SimNode<RawPeer> mallory = attesting();
    long expiry = transcript(0, SIZE - 1).orElseThrow().endorsement().expiryMillis();
    Endorsement right = new Endorsement(group, world.id(0), expiry);
    say(mallory, new Share(group, expiry, sign(right), possession(MALLORY)));
    assertThat(transcript(0, SIZE).orElseThrow().signers()).hasSize(SIZE);
  }

  @Test
  void aShareWithoutAProofOfPossessionIsRefused() {
    SimNode<RawPeer> mallory = attesting();
    long expiry = expiry();
    Bytes share = sign(new Endorsement(group, world.id(0), expiry));
    say(mallory, new Share(group, expiry, share, Bytes.EMPTY));
    assertThat(refused(Refusal.UNPROVEN_KEY)).isEqualTo(1);
  }

  @Test
  void whoGivesTheProofOfAnotherIsLeftOut() {
    SimNode<RawPeer> mallory = attesting();
    long expiry = expiry();
    Bytes share = sign(new Endorsement(group, world.id(0), expiry));
    say(mallory, new Share(group, expiry, share, possession(TestIdentities.of(0))));
    assertThat(transcript(0, SIZE).orElseThrow().signers()).hasSize(SIZE - 1);
    assertThat(refused(Refusal.BAD_SHARE)).isEqualTo(1);
  }

  @Test
  void aBadProofAfterAGoodOneSpoilsNoTranscript() {
    SimNode<RawPeer> mallory = attesting();
    long expiry = transcript(0, SIZE - 1).orElseThrow().endorsement().expiryMillis();
    Bytes share = sign(new Endorsement(group, world.id(0), expiry));
    say(mallory, new Share(group, expiry, share, possession(MALLORY)));
    assertThat(transcript(0, SIZE).orElseThrow().signers()).hasSize(SIZE);
    say(mallory, new Share(group, expiry, share, possession(TestIdentities.of(0))));
    Transcript transcript = transcript(0, SIZE).orElseThrow();
    assertThat(check(transcript, TranscriptPolicy.ofSigners(SIZE)).flaws()).isEmpty();
  }

  @Test
  void aProofThatWasLostComesAgain() {
    SimNode<RawPeer> listener = attesting();
    world.simulation().runFor(Duration.ofMillis(5 * world.settings().validityMillis()));
    List<Share> shares = listener.app().heard(Share.class);
    assertThat(shares.stream().filter(share -> !share.possession().isEmpty()))
        .as("of %d shares", shares.size())
        .hasSize(2);
  }

  @Test
  void whoIsAttestedToAgainHasAllSharesAgain() {
    long validity = world.settings().validityMillis();
    for (long pause = validity / 2; pause <= 2 * validity; pause += validity / 6) {
      world.groups(1).stopAttest(group, world.id(0), Reason.of(ReasonCode.UNSPECIFIED));
      world.simulation().runFor(Duration.ofMillis(pause));
      world.groups(1).startAttest(group, world.id(0), LinkInfo.NONE);
      world.simulation().runFor(Duration.ofMillis(validity / 2));
      assertThat(transcript(0, SIZE - 1).orElseThrow().signers())
          .as("after a pause of %d ms", pause)
          .hasSize(SIZE - 1);
    }
  }

  @Test
  void aShareForAnotherTimeIsRefused() {
    SimNode<RawPeer> mallory = attesting();
    long third = world.settings().validityMillis() / 3;
    long expiry = expiry();
    checkRefused(mallory, expiry + 1, Refusal.OFF_GRID);
    checkRefused(mallory, expiry - 4 * third, Refusal.EXPIRED);
    checkRefused(mallory, expiry + 2 * third, Refusal.FUTURE_DATED);
  }

  private void checkRefused(SimNode<RawPeer> peer, long expiry, Refusal reason) {
    Bytes share = sign(new Endorsement(group, world.id(0), expiry));
    say(peer, new Share(group, expiry, share, possession(MALLORY)));
    assertThat(refused(reason)).isEqualTo(1);
  }

  @Test
  void aShareOfSomeoneWhoDoesNotAttestIsRefused() {
    SimNode<RawPeer> stranger = world.addRaw("stranger", MALLORY);
    stranger.keepLink(world.node(0));
    pass();
    long expiry = expiry();
    Bytes share = sign(new Endorsement(group, world.id(0), expiry));
    say(stranger, new Share(group, expiry, share, possession(MALLORY)));
    assertThat(refused(Refusal.NOT_IN_VIEW)).isEqualTo(1);
  }

  @Test
  void aShareOfSomeoneWhoIsNotInTheViewDoesNotCount() {
    SimNode<RawPeer> stranger = world.addRaw("stranger", MALLORY);
    stranger.keepLink(world.node(0));
    pass();
    attestTo(stranger, world.id(0));
    long expiry = expiry();
    Bytes share = sign(new Endorsement(group, world.id(0), expiry));
    say(stranger, new Share(group, expiry, share, possession(MALLORY)));
    assertThat(transcript(0, SIZE).orElseThrow().signers()).hasSize(SIZE - 1);
  }

  @Test
  void nodesWithoutABlsLibraryHaveNoTranscripts() {
    GroupWorld plain = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    GroupId id = plain.form(3);
    List<Optional<Transcript>> told = new ArrayList<>();
    plain.groups(0).transcript(id, 1, told::add);
    assertThat(told).containsExactly(Optional.empty());
  }

  /** Adds a member that attests to node 0 and gives nobody a share by itself. */
  private SimNode<RawPeer> attesting() {
    SimNode<RawPeer> mallory = world.addRaw("mallory", MALLORY);
    mallory.keepLink(world.node(0));
    pass();
    attestTo(mallory, world.id(0));
    mallory.app().say(world.id(0), new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    pass();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
    return mallory;
  }

  private void attestTo(SimNode<RawPeer> mallory, NodeId attestee) {
    Advertiser says = new Advertiser(group, world.settings(), world.simulation()::wallMillis);
    mallory
        .app()
        .say(attestee, new GroupMessage.Advertisements(List.of(says.by(MALLORY, attestee))));
  }

  private void say(SimNode<RawPeer> peer, Share share) {
    peer.app().say(world.id(0), share);
    pass();
  }

  private void pass() {
    world.simulation().runFor(Duration.ofSeconds(1));
  }

  /** The latest time until which anybody endorses now. */
  private long expiry() {
    long now = world.simulation().wallMillis();
    return world.settings().grid().endorsedUntil(world.settings().grid().expiryFor(now));
  }

  private static Bytes sign(Endorsement endorsement) {
    return BLS.sign(MALLORY.blsSecret(), endorsement.message()).encoded();
  }

  private static Bytes possession(Identity identity) {
    return BLS.provePossession(identity.blsSecret()).encoded();
  }

  private Optional<Transcript> transcript(int node, int leastSigners) {
    List<Optional<Transcript>> told = new ArrayList<>();
    world.groups(node).transcript(group, leastSigners, told::add);
    assertThat(told).as("told exactly once").hasSize(1);
    return told.getFirst();
  }

  private TranscriptCheck check(Transcript transcript, TranscriptPolicy policy) {
    return new TranscriptVerifier(new KeyRing(BLS))
        .verify(transcript, policy, world.simulation().wallMillis());
  }

  private long refused(Refusal reason) {
    return world.groups(0).statistics().refused(reason);
  }
}
