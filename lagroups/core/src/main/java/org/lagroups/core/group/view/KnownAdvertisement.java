package org.lagroups.core.group.view;

import java.util.SortedMap;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * The latest advertisement of an attester, as far as this node knows.
 *
 * @param contributor from whom it came
 * @param signatureChecked false for one that came from its attester itself over an authenticated
 *     link: then its signature is checked before it is passed on (paper, section 2.1, MACs)
 * @param keptUntilMillis until when it is remembered: the latest expiry of any that it replaced, so
 *     that none of those is ever taken for new
 * @param arrival counts up; orders candidates by age
 * @param fingerprint of its bytes
 * @param attestees its entries as a map, unmodifiable; the same object for as long as an attester
 *     says the same
 */
public record KnownAdvertisement(
    SignedAdvertisement signed,
    NodeId contributor,
    boolean signatureChecked,
    long keptUntilMillis,
    long arrival,
    Bytes fingerprint,
    SortedMap<NodeId, LinkInfo> attestees) {

  public LinkStateAdvertisement content() {
    return signed.content();
  }

  /** Whether its attestations count now. */
  public boolean isValidAt(long wallMillis) {
    return content().expiryMillis() > wallMillis;
  }

  KnownAdvertisement checked() {
    return new KnownAdvertisement(
        signed, contributor, true, keptUntilMillis, arrival, fingerprint, attestees);
  }
}
