package org.lagroups.core.group.spread;

import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Who speaks, and in which group. */
record Origin(GroupId group, NodeId attester) {

  static Origin of(SignedAdvertisement advertisement) {
    return new Origin(advertisement.content().group(), advertisement.content().attesterId());
  }
}
