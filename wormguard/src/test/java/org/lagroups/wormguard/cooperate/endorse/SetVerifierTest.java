package org.lagroups.wormguard.cooperate.endorse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.core.transcript.Endorsements;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.endorse.SetVerifier.Expected;
import org.lagroups.wormguard.cooperate.record.SignatureId;

final class SetVerifierTest {

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final GroupSettings SETTINGS = GroupSettings.withValidity(30_000);
  private static final GroupId GROUP = GroupId.random(new Random(9));
  private static final long EXPIRY = SETTINGS.grid().endorsedUntil(SETTINGS.validityMillis());

  private final List<Sealer> sealers =
      IntStream.range(0, 3)
          .mapToObj(i -> new Sealer(Identity.generate(new Random(i)), BLS, Offload.INLINE))
          .toList();
  private final SignatureEndorsement endorsement = endorsement("a signature");
  private final SetVerifier verifier = new SetVerifier(new KeyRing(BLS));
  private final Set<NodeId> all =
      sealers.stream().map(s -> s.self().identity().nodeId()).collect(Collectors.toSet());

  @Test
  void threeSharesAreOneProof() {
    EndorsementSet set = set(endorsement, signatures(endorsement));
    assertThat(verifier.problemOf(set, expected(all, 3), EXPIRY - 1)).isEmpty();
    assertThat(verifier.problemOf(set, expected(Set.of(all.iterator().next()), 1), EXPIRY - 1))
        .isEmpty();
    assertThat(verifier.problemOfAnyTime(set, expected(all, 3), EXPIRY + 1_000_000)).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    EndorsementSet set = set(endorsement, signatures(endorsement));
    assertThat(verifier.problemOf(set, expected(Set.of(), 1), 0))
        .hasValue("0 trusted ones sign, not 1");
    assertThat(verifier.problemOf(set, expected(all, 4), 0)).hasValue("3 trusted ones sign, not 4");
    assertThat(verifier.problemOf(set, expected(all, 3), EXPIRY)).hasValue("it ended 0 ms ago");
    EndorsementSet other =
        new EndorsementSet(endorsement("another"), set.signers(), set.multiSignature());
    Expected ofOther = new Expected(GROUP, other.endorsement().id(), SETTINGS, all, 3);
    assertThat(verifier.problemOf(other, ofOther, 0))
        .hasValue("the signature is not that of these 3");
    List<Signer> twice = new ArrayList<>(set.signers());
    twice.add(set.signers().getFirst());
    assertThat(
            verifier.problemOf(
                new EndorsementSet(endorsement, twice, set.multiSignature()), expected(all, 3), 0))
        .get()
        .asString()
        .contains("listed twice");
  }

  @Test
  void aProofOfSomethingElseProvesNothing() {
    EndorsementSet set = set(endorsement, signatures(endorsement));
    SignatureId another = endorsement("another").id();
    assertThat(verifier.problemOf(set, new Expected(GROUP, another, SETTINGS, all, 3), 0))
        .hasValue("it is about another signature");
    GroupId elsewhere = GroupId.random(new Random(10));
    assertThat(
            verifier.problemOf(set, new Expected(elsewhere, endorsement.id(), SETTINGS, all, 3), 0))
        .hasValue("it is of another group");
  }

  @Test
  void anExpiryThatNoEndorsementHasProvesNothing() {
    long tooFar = SETTINGS.validityMillis() + SETTINGS.clockSkewMillis() + 1;
    for (long expiry : new long[] {EXPIRY + 1, EXPIRY + SETTINGS.grid().stepMillis()}) {
      SignatureEndorsement offGrid = new SignatureEndorsement(GROUP, endorsement.id(), expiry);
      assertThat(
              verifier.problemOf(set(offGrid, signatures(offGrid)), expected(all, 3), EXPIRY - 1))
          .hasValue("it ends when no endorsement of the group does");
    }
    EndorsementSet set = set(endorsement, signatures(endorsement));
    assertThat(verifier.problemOf(set, expected(all, 3), EXPIRY - tooFar))
        .hasValue("it ends when no endorsement of the group does");
  }

  private Expected expected(Set<NodeId> trusted, int least) {
    return new Expected(GROUP, endorsement.id(), SETTINGS, trusted, least);
  }

  @Test
  void aForgedShareIsFoundAndTheOthersCount() {
    SequencedMap<Signer, Bytes> shares = signatures(endorsement);
    Signer forged = sealers.get(1).self();
    shares.put(forged, signatures(endorsement("another")).get(forged));
    List<Endorsements.Sum> sums = new ArrayList<>();
    sealers.getFirst().add(endorsement, shares, sums::add, () -> {});
    assertThat(sums.getFirst().bad()).containsExactly(forged.identity().nodeId());
    assertThat(sums.getFirst().signers()).hasSize(2);
  }

  private EndorsementSet set(SignatureEndorsement of, SequencedMap<Signer, Bytes> shares) {
    List<EndorsementSet> sets = new ArrayList<>();
    sealers
        .getFirst()
        .add(
            of,
            shares,
            sum -> sets.add(new EndorsementSet(of, sum.signers(), sum.signature().orElseThrow())),
            () -> {});
    return sets.getFirst();
  }

  private SequencedMap<Signer, Bytes> signatures(SignatureEndorsement of) {
    SequencedMap<Signer, Bytes> shares = new LinkedHashMap<>();
    for (Sealer sealer : sealers) {
      sealer.sign(of, share -> shares.put(sealer.self(), share.signature()), () -> {});
    }
    return shares;
  }

  private static SignatureEndorsement endorsement(String what) {
    return new SignatureEndorsement(
        GROUP,
        SignatureId.of(Bytes.copyOf(what.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        EXPIRY);
  }
}
