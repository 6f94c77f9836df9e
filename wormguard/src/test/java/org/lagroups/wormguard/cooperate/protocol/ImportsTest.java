package org.lagroups.wormguard.cooperate.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.cooperate.book.TrustRule;
import org.lagroups.wormguard.cooperate.endorse.EndorsementSet;
import org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/** A person brings to gateway 3 what was exported at gateway 0, while they are apart. */
final class ImportsTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of());
  private Optional<EndorsementSet> proof = Optional.empty();
  private Optional<SignedRecord> brought = Optional.empty();

  @BeforeEach
  void exportWhatThreeEndorse() {
    world.sim().network().partition(List.of(world.node(3)));
    SignatureId id = world.offer(0, "worm");
    // Shares add up when they end at the same moment, which those of two beats do not.
    world.sim().runUntil("three endorse it as one", SOON.multipliedBy(12), () -> isProven(id));
    brought = Optional.of(world.app(0).desk().all().getFirst().signed());
  }

  private boolean isProven(SignatureId id) {
    List<Optional<EndorsementSet>> proofs = new ArrayList<>();
    world.app(0).desk().proof(world.group(), id, proofs::add);
    proof = proofs.getFirst();
    return proof.filter(set -> set.signers().size() == 3).isPresent();
  }

  @Test
  void takesASignatureWithItsProofEvenIfThatHasEnded() {
    assertThat(proof().signers()).hasSize(3);
    assertThat(take(signed(), Optional.of(proof())))
        .isEqualTo(new OfferResult.Offered(signed().id()));
    assertThat(world.app(3).enforces(signed().id())).as("its proof counts for nothing").isFalse();
    world.sim().network().unite();
    world.sim().runFor(Duration.ofMillis(2 * GuardWorld.SETTINGS.validityMillis()));
    assertThat(take(signed(), Optional.of(proof())))
        .isEqualTo(new OfferResult.Offered(signed().id()));
  }

  @Test
  void refusesAProofOfAnotherSignature() {
    SignatureEndorsement words = proof().endorsement();
    EndorsementSet other =
        new EndorsementSet(
            new SignatureEndorsement(
                words.group(), SignatureId.of(Bytes.copyOf((byte) 1)), words.expiryMillis()),
            proof().signers(),
            proof().multiSignature());
    expectRefusal(other, "it is about another signature");
  }

  @Test
  void refusesAProofThatIsForged() {
    List<Signer> fewer = proof().signers().subList(0, 2);
    expectRefusal(
        new EndorsementSet(proof().endorsement(), fewer, proof().multiSignature()),
        "the signature is not that of these 2");
  }

  @Test
  void refusesEvidenceOfAnotherSignature() {
    List<OfferResult> results = new ArrayList<>();
    world.app(3).desk().take(signed(), GuardWorld.evidence("w0rm"), proof, results::add);
    assertThat(results)
        .containsExactly(new OfferResult.Refused("the evidence is not that of the signature"));
  }

  private void expectRefusal(EndorsementSet set, String why) {
    assertThat(take(signed(), Optional.of(set)))
        .isEqualTo(new OfferResult.Refused("the proof of who endorses it is not good: " + why));
    assertThat(world.app(3).desk().all()).isEmpty();
  }

  private OfferResult take(SignedRecord signed, Optional<EndorsementSet> with) {
    List<OfferResult> results = new ArrayList<>();
    world.app(3).desk().take(signed, GuardWorld.evidence("worm"), with, results::add);
    world.sim().runFor(Duration.ofSeconds(1));
    return results.getFirst();
  }

  private EndorsementSet proof() {
    return proof.orElseThrow();
  }

  private SignedRecord signed() {
    return brought.orElseThrow();
  }
}
