package org.lagroups.core.testing;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Makes advertisements of any node, each with a greater sequence than the one before. */
public final class Advertiser {

  private final GroupId group;
  private final GroupSettings settings;
  private final LongSupplier wallMillis;
  private long sequence;

  public Advertiser(GroupId group, GroupSettings settings, LongSupplier wallMillis) {
    this.group = group;
    this.settings = settings;
    this.wallMillis = wallMillis;
  }

  /** Of this attester about these attestees, issued now. */
  public SignedAdvertisement by(Identity attester, NodeId... attestees) {
    return by(attester, content -> content, attestees);
  }

  /** The same, altered before it is signed. */
  public SignedAdvertisement by(
      Identity attester, UnaryOperator<LinkStateAdvertisement> change, NodeId... attestees) {
    long now = wallMillis.getAsLong();
    sequence = Math.max(sequence + 1, now);
    List<Entry> entries =
        Arrays.stream(attestees).sorted().map(node -> new Entry(node, LinkInfo.NONE)).toList();
    LinkStateAdvertisement content =
        new LinkStateAdvertisement(
            group,
            attester.publicIdentity(),
            sequence,
            settings.grid().expiryFor(now),
            "",
            List.of(),
            entries,
            List.of(),
            false);
    return AdvertisementCodec.sign(change.apply(content), attester);
  }

  /** The same with another expiry. */
  public static LinkStateAdvertisement ending(LinkStateAdvertisement content, long expiryMillis) {
    return Altered.of(content).expiry(expiryMillis).content();
  }

  /** The same with another sequence. */
  public static LinkStateAdvertisement numbered(LinkStateAdvertisement content, long sequence) {
    return Altered.of(content).sequence(sequence).content();
  }
}
