package org.lagroups.core.group.endorse;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.ProvenKey;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;

/** Checks transcripts of others. For one thread, that of its key ring. */
final class Examiner {

  private final KeyRing ring;
  private final TranscriptVerifier verifier;

  Examiner(KeyRing ring) {
    this.ring = ring;
    this.verifier = new TranscriptVerifier(ring);
  }

  /**
   * The same transcript if it meets the policy. Of a key that was seen before, the proof that comes
   * with it now is not looked at; so the one that was checked takes its place.
   */
  Optional<Transcript> examine(Transcript transcript, TranscriptPolicy policy, long nowMillis) {
    if (!verifier.verify(transcript, policy, nowMillis).isValid()) {
      return Optional.empty();
    }
    List<Signer> proven =
        transcript.signers().stream()
            .map(signer ->
                ring.find(signer.identity().nodeId()).map(ProvenKey::owner).orElse(signer))
            .toList();
    return Optional.of(new Transcript(transcript.endorsement(), proven, transcript.signature()));
  }
}
