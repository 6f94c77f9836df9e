package org.lagroups.wormguard.cooperate.endorse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lagroups.core.transcript.Endorsements;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.NodeId;

/**
 * Checks endorsement sets without asking anybody: one pairing check for all signers whose keys were
 * seen before, and one more for each that was not. Never throws, whatever the set. For one thread,
 * that of its key ring.
 */
public final class SetVerifier {

  private final Endorsements endorsements;

  public SetVerifier(KeyRing ring) {
    this.endorsements = new Endorsements(ring);
  }

  /**
   * What is wrong with a set, as a sentence for people; nothing if at least {@code leastTrusted} of
   * those whom the verifier trusts have signed, and it has not ended.
   *
   * @param trusted whom the verifier trusts, such as the members of its own view
   * @param nowMillis the verifier's wall clock, milliseconds since 1970-01-01 UTC
   */
  public Optional<String> problemOf(
      EndorsementSet set, Set<NodeId> trusted, int leastTrusted, long nowMillis) {
    if (set.endorsement().expiryMillis() <= nowMillis) {
      return Optional.of(
          "it ended %d ms ago".formatted(nowMillis - set.endorsement().expiryMillis()));
    }
    Set<NodeId> signers = new HashSet<>();
    for (Signer signer : set.signers()) {
      NodeId node = signer.identity().nodeId();
      if (!signers.add(node)) {
        return Optional.of("%s is listed twice".formatted(node));
      }
    }
    long known = signers.stream().filter(trusted::contains).count();
    if (known < leastTrusted) {
      return Optional.of("%d trusted ones sign, not %d".formatted(known, leastTrusted));
    }
    return endorsements.isSignedBy(set.endorsement().message(), set.signers(), set.multiSignature())
        ? Optional.empty()
        : Optional.of("the signature is not that of these %d".formatted(signers.size()));
  }
}
