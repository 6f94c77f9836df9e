package org.lagroups.core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * @param changed entries of the next one with other measurements, in the order of attestees
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
    List<Entry> changed,
    Signature signature,
    Bytes share) {

  public Renewal {
    changed = List.copyOf(changed);
  }

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
    List<Entry> changed = new ArrayList<>();
    for (int i = 0; i < content.entries().size(); i++) {
      if (!content.entries().get(i).attestee().equals(old.entries().get(i).attestee())) {
        return Optional.empty();
      }
      if (!content.entries().get(i).equals(old.entries().get(i))) {
        changed.add(content.entries().get(i));
      }
    }
    return Optional.of(
        new Renewal(
            content.group(),
            Optional.of(content.attesterId()),
            AdvertisementCodec.bodyHash(before.encoded()),
            content.sequence(),
            content.expiryMillis(),
            changed,
            next.signature(),
            Bytes.EMPTY));
  }

  /**
   * The next advertisement, if {@code before} is what this renews. Whether it is signed is for the
   * receiver to find out, as with any other.
   */
  public Optional<SignedAdvertisement> appliedTo(SignedAdvertisement before) {
    LinkStateAdvertisement old = before.content();
    if (AdvertisementCodec.bodyHash(before.encoded()) != base) {
      return Optional.empty();
    }
    List<Entry> entries = changed.isEmpty() ? old.entries() : entriesWithChanges(old);
    if (entries.size() != old.entries().size()) {
      return Optional.empty();
    }
    LinkStateAdvertisement content =
        new LinkStateAdvertisement(
            old.group(),
            old.attester(),
            sequence,
            expiryMillis,
            old.name(),
            old.addresses(),
            entries,
            old.withdrawals(),
            old.leaving());
    return Optional.of(
        new SignedAdvertisement(content, AdvertisementCodec.encode(content), signature));
  }

  /** In the order of attestees; more of them than before if one of the changed was not there. */
  private List<Entry> entriesWithChanges(LinkStateAdvertisement old) {
    Map<NodeId, Entry> entries = new TreeMap<>();
    old.entries().forEach(entry -> entries.put(entry.attestee(), entry));
    changed.forEach(entry -> entries.put(entry.attestee(), entry));
    return List.copyOf(entries.values());
  }

  /** The same, sent by {@code sender}, who is left out if it is the attester. */
  public Renewal from(NodeId sender) {
    Optional<NodeId> other = attester.filter(node -> !node.equals(sender));
    return new Renewal(group, other, base, sequence, expiryMillis, changed, signature, share);
  }

  /** The same, with a share of the receiver's endorsement. */
  public Renewal with(Bytes endorsementShare) {
    return new Renewal(
        group, attester, base, sequence, expiryMillis, changed, signature, endorsementShare);
  }

  private static boolean saysTheSame(LinkStateAdvertisement old, LinkStateAdvertisement next) {
    return old.group().equals(next.group())
        && old.attester().equals(next.attester())
        && old.name().equals(next.name())
        && old.addresses().equals(next.addresses())
        && old.withdrawals().equals(next.withdrawals())
        && old.leaving() == next.leaving()
        && old.entries().size() == next.entries().size();
  }
}
