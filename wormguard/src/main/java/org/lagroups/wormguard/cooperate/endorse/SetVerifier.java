package org.lagroups.wormguard.cooperate.endorse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.transcript.Endorsements;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.record.SignatureId;

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
   * What a set has to be: about this signature, and from at least {@code leastTrusted} of those
   * whom the verifier trusts.
   *
   * @param settings those of the group: endorsements end on its grid
   * @param trusted whom the verifier trusts, such as the members of its own view
   */
  public record Expected(
      GroupId group,
      SignatureId id,
      GroupSettings settings,
      Set<NodeId> trusted,
      int leastTrusted) {

    public Expected {
      trusted = Set.copyOf(trusted);
    }
  }

  /**
   * What is wrong with a set, as a sentence for people; nothing if it is as expected, and has not
   * ended.
   *
   * @param nowMillis the verifier's wall clock, milliseconds since 1970-01-01 UTC
   */
  public Optional<String> problemOf(EndorsementSet set, Expected expected, long nowMillis) {
    if (set.endorsement().expiryMillis() <= nowMillis) {
      return Optional.of(
          "it ended %d ms ago".formatted(nowMillis - set.endorsement().expiryMillis()));
    }
    return problemOfAnyTime(set, expected, nowMillis);
  }

  /** As {@link #problemOf}, but it may have ended: it shows who has endorsed a signature then. */
  public Optional<String> problemOfAnyTime(EndorsementSet set, Expected expected, long nowMillis) {
    SignatureEndorsement words = set.endorsement();
    if (!words.group().equals(expected.group())) {
      return Optional.of("it is of another group");
    }
    if (!words.id().equals(expected.id())) {
      return Optional.of("it is about another signature");
    }
    long latest =
        nowMillis + expected.settings().validityMillis() + expected.settings().clockSkewMillis();
    if (words.expiryMillis() > latest
        || !expected.settings().grid().endorses(words.expiryMillis())) {
      return Optional.of("it ends when no endorsement of the group does");
    }
    return problemOfSigners(set, expected.trusted(), expected.leastTrusted());
  }

  private Optional<String> problemOfSigners(
      EndorsementSet set, Set<NodeId> trusted, int leastTrusted) {
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
