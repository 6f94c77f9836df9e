package org.lagroups.core.wire;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * The next advertisement of an attester who has nothing new to say: with the one before, it gives
 * the very bytes that were signed. So it is an eighth as long, and counts as much.
 *
 * @param attester none if it is the sender
 * @param base the hash of what the one before says, sequence and expiry apart
 * @param sequence of the next one, above 0 and below {@link Long#MAX_VALUE}
 * @param expiryMillis of the next one
 * @param changes the other measurements of the next one
 * @param signature under the next one; not checked
 * @param share the sender's share of the receiver's endorsement, {@link BlsSignature#LENGTH} bytes,
 *     not checked; or none
 */
public record Renewal(
    GroupId group,
    Optional<NodeId> attester,
    long base,
    long sequence,
    long expiryMillis,
    Changes changes,
    Signature signature,
    Bytes share) {

  /**
   * What makes {@code next} of {@code before}, if it says the same of the same attestees but for
   * measurements.
   */
  public static Optional<Renewal> between(SignedAdvertisement before, SignedAdvertisement next) {
    LinkStateAdvertisement old = before.content();
    LinkStateAdvertisement content = next.content();
    if (content.leaving() || !saysTheSame(old, content)) {
      return Optional.empty();
    }
    return Changes.between(old.entries(), content.entries())
        .map(changes ->
            new Renewal(
                content.group(),
                Optional.of(content.attesterId()),
                AdvertisementCodec.bodyHash(before.encoded()),
                content.sequence(),
                content.expiryMillis(),
                changes,
                next.signature(),
                Bytes.EMPTY));
  }

  /**
   * The next advertisement; refused if {@code before} is not what this renews, or has not all the
   * places that have changed. Whether it is signed is for the receiver to find out, as with any
   * other.
   */
  public Decoded<SignedAdvertisement> appliedTo(SignedAdvertisement before) {
    if (AdvertisementCodec.bodyHash(before.encoded()) != base) {
      return new Decoded.Refused<>(Refusal.UNKNOWN_BASE);
    }
    return changes
        .appliedTo(before.content().entries())
        .map(entries -> next(before, entries))
        .<Decoded<SignedAdvertisement>>map(Decoded.Accepted::new)
        .orElseGet(() -> new Decoded.Refused<>(Refusal.OUT_OF_RANGE));
  }

  /** The same, sent by {@code sender}, who is left out if it is the attester. */
  public Renewal from(NodeId sender) {
    Optional<NodeId> other = attester.filter(node -> !node.equals(sender));
    return new Renewal(group, other, base, sequence, expiryMillis, changes, signature, share);
  }

  /** The same, with a share of the receiver's endorsement. */
  public Renewal with(Bytes endorsementShare) {
    return new Renewal(
        group, attester, base, sequence, expiryMillis, changes, signature, endorsementShare);
  }

  private SignedAdvertisement next(SignedAdvertisement before, List<Entry> entries) {
    LinkStateAdvertisement said = before.content();
    LinkStateAdvertisement content =
        new LinkStateAdvertisement(
            said.group(),
            said.attester(),
            sequence,
            expiryMillis,
            said.name(),
            said.addresses(),
            entries,
            said.withdrawals(),
            said.leaving());
    // Most often nothing else has changed, and then most bytes are at hand.
    Bytes encoded =
        changes.equals(Changes.NONE)
            ? AdvertisementCodec.renumbered(before.encoded(), sequence, expiryMillis)
            : AdvertisementCodec.encode(content);
    return new SignedAdvertisement(content, encoded, signature);
  }

  private static boolean saysTheSame(LinkStateAdvertisement old, LinkStateAdvertisement next) {
    return old.group().equals(next.group())
        && old.attester().equals(next.attester())
        && old.name().equals(next.name())
        && old.addresses().equals(next.addresses())
        && old.withdrawals().equals(next.withdrawals())
        && old.leaving() == next.leaving();
  }
}
