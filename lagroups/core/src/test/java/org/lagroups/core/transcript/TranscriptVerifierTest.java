package org.lagroups.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lagroups.core.transcript.Members.BLS;
import static org.lagroups.core.transcript.Members.GROUP;
import static org.lagroups.core.transcript.Members.NOW;
import static org.lagroups.core.transcript.Members.endorsement;
import static org.lagroups.core.transcript.Members.member;
import static org.lagroups.core.transcript.Members.signer;
import static org.lagroups.core.transcript.Members.transcript;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.bls.BlsPublicKey;
import org.lagroups.core.transcript.Flaw.Kind;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

final class TranscriptVerifierTest {

  private static final TranscriptPolicy TWO = TranscriptPolicy.ofSigners(2);

  private final TranscriptVerifier verifier = new TranscriptVerifier(new KeyRing(BLS));

  @Test
  void acceptsWhatEnoughMembersSign() {
    TranscriptCheck check = verifier.verify(transcript(endorsement(), 1, 2, 3), TWO, NOW);
    assertThat(check).isEqualTo(new TranscriptCheck(3, 0, List.of()));
    assertThat(check.isValid()).isTrue();
  }

  @Test
  void countsThoseWhomTheVerifierTrusts() {
    TranscriptPolicy policy = TWO.withTrusted(2, Set.of(member(1).nodeId(), member(3).nodeId()));
    assertThat(verifier.verify(transcript(endorsement(), 1, 2, 3), policy, NOW))
        .isEqualTo(new TranscriptCheck(3, 2, List.of()));
    assertThat(flaws(transcript(endorsement(), 1, 2), policy, NOW))
        .containsExactly(Kind.TOO_FEW_TRUSTED);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    TranscriptPolicy policy =
        TranscriptPolicy.ofSigners(4)
            .about(new GroupId(Bytes.fromHex("08".repeat(20))), member(5).nodeId());
    assertThat(flaws(transcript(endorsement(), 1, 2), policy, NOW + 50_000))
        .containsExactly(Kind.WRONG_GROUP, Kind.WRONG_MEMBER, Kind.EXPIRED, Kind.TOO_FEW_SIGNERS);
  }

  @Test
  void allowsForClocksThatDiffer() {
    Transcript transcript = transcript(endorsement(), 1, 2);
    long expiry = endorsement().expiryMillis();
    assertThat(flaws(transcript, TWO, expiry + TWO.clockSkewMillis() - 1)).isEmpty();
    assertThat(flaws(transcript, TWO, expiry + TWO.clockSkewMillis()))
        .containsExactly(Kind.EXPIRED);
  }

  @Test
  void asksForNothingThatCannotBe() {
    assertThatThrownBy(() -> TranscriptPolicy.ofSigners(0)).hasMessage("k is 1 to 64, not 0");
    assertThatThrownBy(() -> TWO.withTrusted(3, Set.of()))
        .hasMessage("t is 0 to k, which is 2, not 3");
    long day = TranscriptPolicy.MAX_CLOCK_SKEW_MILLIS;
    for (long skew : List.of(-1L, day + 1, Long.MAX_VALUE)) {
      assertThatThrownBy(() -> withSkew(skew)).hasMessageContaining("a skew is 0 to a day");
    }
    Transcript old = transcript(new Endorsement(GROUP, member(0).nodeId(), 0), 1, 2);
    assertThat(flaws(old, withSkew(day), NOW)).containsExactly(Kind.EXPIRED);
  }

  private static TranscriptPolicy withSkew(long millis) {
    return new TranscriptPolicy(
        2, 0, Set.of(), Optional.empty(), Optional.empty(), millis, TWO.longestValidityMillis());
  }

  @Test
  void refusesAnExpiryTooFarAhead() {
    long longest = TWO.longestValidityMillis() + TWO.clockSkewMillis();
    Endorsement latest = new Endorsement(GROUP, member(0).nodeId(), NOW + longest);
    assertThat(flaws(transcript(latest, 1, 2), TWO, NOW)).isEmpty();
    assertThat(flaws(transcript(latest, 1, 2), TWO, NOW - 1)).containsExactly(Kind.FUTURE_DATED);
    Endorsement never = new Endorsement(GROUP, member(0).nodeId(), Long.MAX_VALUE);
    assertThat(flaws(transcript(never, 1, 2), TWO, NOW)).containsExactly(Kind.FUTURE_DATED);
  }

  @Test
  void countsADoubledSignerOnce() {
    Transcript transcript = transcript(endorsement(), 1, 1);
    assertThat(flaws(transcript, TWO, NOW))
        .containsExactly(Kind.DOUBLED_SIGNER, Kind.TOO_FEW_SIGNERS);
  }

  @Test
  void doesNotLetMembersEndorseThemselves() {
    assertThat(flaws(transcript(endorsement(), 0, 1, 2), TWO, NOW))
        .containsExactly(Kind.SELF_ENDORSED);
  }

  @Test
  void refusesASignatureOfOthers() {
    Transcript good = transcript(endorsement(), 1, 2);
    Transcript claimed =
        new Transcript(endorsement(), List.of(signer(1), signer(2), signer(3)), good.signature());
    assertThat(flaws(claimed, TWO, NOW)).containsExactly(Kind.BAD_SIGNATURE);
    Transcript fewer = new Transcript(endorsement(), List.of(signer(1)), good.signature());
    assertThat(flaws(fewer, TranscriptPolicy.ofSigners(1), NOW))
        .containsExactly(Kind.BAD_SIGNATURE);
  }

  @Test
  void refusesASignatureUnderAnotherGroupMemberOrExpiry() {
    Bytes signature = transcript(endorsement(), 1, 2).signature();
    List<Signer> signers = List.of(signer(1), signer(2));
    GroupId otherGroup = new GroupId(Bytes.fromHex("08".repeat(20)));
    long expiry = endorsement().expiryMillis();
    for (Endorsement other :
        List.of(
            new Endorsement(otherGroup, member(0).nodeId(), expiry),
            new Endorsement(GROUP, member(4).nodeId(), expiry),
            new Endorsement(GROUP, member(0).nodeId(), expiry + 1))) {
      assertThat(flaws(new Transcript(other, signers, signature), TWO, NOW))
          .containsExactly(Kind.BAD_SIGNATURE);
    }
  }

  @Test
  void refusesBytesThatAreNoSignature() {
    for (String hex : List.of("00".repeat(96), "ff".repeat(96), "c0" + "00".repeat(95))) {
      Transcript transcript =
          new Transcript(endorsement(), List.of(signer(1), signer(2)), Bytes.fromHex(hex));
      assertThat(flaws(transcript, TWO, NOW)).containsExactly(Kind.BAD_SIGNATURE);
    }
  }

  @Test
  void refusesARogueKey() {
    Transcript forged = forgedWithRogueKey();
    assertThat(flaws(forged, TWO, NOW)).containsExactly(Kind.UNPROVEN_KEY);
  }

  @Test
  void refusesAKeyThatIsNoPoint() {
    Signer broken =
        new Signer(
            new PublicIdentity(
                member(2).publicIdentity().ed25519(), Bytes.fromHex("ff".repeat(48))),
            signer(2).possession());
    Transcript transcript =
        new Transcript(
            endorsement(), List.of(signer(1), broken), transcript(endorsement(), 1, 2).signature());
    assertThat(flaws(transcript, TWO, NOW)).containsExactly(Kind.UNPROVEN_KEY);
  }

  /**
   * Member 2 claims the difference of its key and member 1's as its own. Then its signature alone
   * is that of both keys' sum.
   */
  private static Transcript forgedWithRogueKey() {
    BlsPublicKey victim = BLS.decodeKey(member(1).publicIdentity().bls()).orElseThrow();
    BlsPublicKey own = BLS.decodeKey(member(2).publicIdentity().bls()).orElseThrow();
    Signer rogue =
        new Signer(
            new PublicIdentity(
                member(2).publicIdentity().ed25519(), BLS.subtract(own, victim).encoded()),
            signer(2).possession());
    Transcript alone = transcript(endorsement(), 2);
    BlsPublicKey sum = BLS.add(victim, BLS.subtract(own, victim));
    assertThat(
            BLS.verify(
                sum, endorsement().message(), BLS.decodeSignature(alone.signature()).orElseThrow()))
        .as("without proofs of possession the forgery would pass")
        .isTrue();
    return new Transcript(endorsement(), List.of(signer(1), rogue), alone.signature());
  }

  private List<Kind> flaws(Transcript transcript, TranscriptPolicy policy, long now) {
    return verifier.verify(transcript, policy, now).flaws().stream().map(Flaw::kind).toList();
  }
}
