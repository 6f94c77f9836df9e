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
import org.lagroups.wormguard.cooperate.record.SignatureId;

final class SetVerifierTest {

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final long EXPIRY = 1_000;

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
    assertThat(verifier.problemOf(set, all, 3, 0)).isEmpty();
    assertThat(verifier.problemOf(set, Set.of(all.iterator().next()), 1, 0)).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    EndorsementSet set = set(endorsement, signatures(endorsement));
    assertThat(verifier.problemOf(set, Set.of(), 1, 0)).hasValue("0 trusted ones sign, not 1");
    assertThat(verifier.problemOf(set, all, 4, 0)).hasValue("3 trusted ones sign, not 4");
    assertThat(verifier.problemOf(set, all, 3, EXPIRY)).hasValue("it ended 0 ms ago");
    EndorsementSet other =
        new EndorsementSet(endorsement("another"), set.signers(), set.multiSignature());
    assertThat(verifier.problemOf(other, all, 3, 0))
        .hasValue("the signature is not that of these 3");
    List<Signer> twice = new ArrayList<>(set.signers());
    twice.add(set.signers().getFirst());
    assertThat(
            verifier.problemOf(
                new EndorsementSet(endorsement, twice, set.multiSignature()), all, 3, 0))
        .get()
        .asString()
        .contains("listed twice");
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
        GroupId.random(new Random(9)),
        SignatureId.of(Bytes.copyOf(what.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        EXPIRY);
  }
}
