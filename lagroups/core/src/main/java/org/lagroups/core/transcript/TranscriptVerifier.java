package org.lagroups.core.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Flaw.Kind;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.NodeId;

/**
 * Checks transcripts, without asking anybody: one pairing check for all signers whose keys were
 * seen before, and one more for each that was not. Never throws, whatever the transcript.
 *
 * <p>For one thread, that of its key ring.
 */
public final class TranscriptVerifier {

  private final KeyRing ring;

  public TranscriptVerifier(KeyRing ring) {
    this.ring = ring;
  }

  /**
   * All that is wrong with a transcript. Signatures are looked at only if all else is well.
   *
   * @param nowMillis the verifier's wall clock, milliseconds since 1970-01-01 UTC
   */
  public TranscriptCheck verify(Transcript transcript, TranscriptPolicy policy, long nowMillis) {
    List<Flaw> flaws = new ArrayList<>();
    checkEndorsement(transcript.endorsement(), policy, nowMillis, flaws);
    Set<NodeId> signers = checkSigners(transcript, flaws);
    int trusted = (int) signers.stream().filter(policy.trusted()::contains).count();
    if (signers.size() < policy.leastSigners()) {
      flaws.add(
          new Flaw(
              Kind.TOO_FEW_SIGNERS,
              "%d sign, not %d".formatted(signers.size(), policy.leastSigners())));
    }
    if (trusted < policy.leastTrusted()) {
      flaws.add(
          new Flaw(
              Kind.TOO_FEW_TRUSTED,
              "%d of those who sign are trusted, not %d"
                  .formatted(trusted, policy.leastTrusted())));
    }
    if (flaws.isEmpty()) {
      checkSignature(transcript, flaws);
    }
    return new TranscriptCheck(signers.size(), trusted, flaws);
  }

  private static void checkEndorsement(
      Endorsement endorsement, TranscriptPolicy policy, long nowMillis, List<Flaw> flaws) {
    if (policy.group().filter(group -> !group.equals(endorsement.group())).isPresent()) {
      flaws.add(
          new Flaw(Kind.WRONG_GROUP, "it is about the group %s".formatted(endorsement.group())));
    }
    if (policy.attestee().filter(node -> !node.equals(endorsement.attestee())).isPresent()) {
      flaws.add(new Flaw(Kind.WRONG_MEMBER, "it is about %s".formatted(endorsement.attestee())));
    }
    long leftMillis = endorsement.expiryMillis() - nowMillis;
    if (leftMillis <= -policy.clockSkewMillis()) {
      flaws.add(new Flaw(Kind.EXPIRED, "it ended %d ms ago".formatted(-leftMillis)));
    }
    if (leftMillis - policy.clockSkewMillis() > policy.longestValidityMillis()) {
      flaws.add(
          new Flaw(
              Kind.FUTURE_DATED,
              "it ends in %d ms, and nothing is signed for longer than %d ms"
                  .formatted(leftMillis, policy.longestValidityMillis())));
    }
  }

  private static Set<NodeId> checkSigners(Transcript transcript, List<Flaw> flaws) {
    Set<NodeId> signers = new HashSet<>();
    for (Signer signer : transcript.signers()) {
      NodeId node = signer.identity().nodeId();
      if (!signers.add(node)) {
        flaws.add(new Flaw(Kind.DOUBLED_SIGNER, "%s is listed twice".formatted(node)));
      } else if (node.equals(transcript.endorsement().attestee())) {
        flaws.add(new Flaw(Kind.SELF_ENDORSED, "%s endorses itself".formatted(node)));
      }
    }
    return signers;
  }

  private void checkSignature(Transcript transcript, List<Flaw> flaws) {
    List<ProvenKey> keys = new ArrayList<>();
    for (Signer signer : transcript.signers()) {
      Optional<ProvenKey> key = ring.prove(signer);
      if (key.isPresent()) {
        keys.add(key.get());
      } else {
        flaws.add(
            new Flaw(
                Kind.UNPROVEN_KEY,
                "%s has not proven that its key is its own".formatted(signer.identity().nodeId())));
      }
    }
    if (!flaws.isEmpty()) {
      return;
    }
    Optional<BlsSignature> signature = ring.bls().decodeSignature(transcript.signature());
    if (signature.isEmpty()
        || !ring.bls()
            .verify(ring.sum(keys), transcript.endorsement().message(), signature.get())) {
      flaws.add(
          new Flaw(
              Kind.BAD_SIGNATURE, "the signature is not that of these %d".formatted(keys.size())));
    }
  }
}
