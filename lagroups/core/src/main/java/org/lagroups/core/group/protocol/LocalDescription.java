package org.lagroups.core.group.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.machine.NodeAddress;

/** What this node says of itself in all its groups. */
record LocalDescription(String name, List<NodeAddress> addresses) {

  static final LocalDescription NOTHING = new LocalDescription("", List.of());

  LocalDescription {
    addresses = List.copyOf(addresses);
    if (name.getBytes(StandardCharsets.UTF_8).length > LinkStateAdvertisement.MAX_NAME_BYTES) {
      throw new IllegalArgumentException("a node's name has at most 64 bytes in UTF-8");
    }
    if (addresses.size() > LinkStateAdvertisement.MAX_ADDRESSES) {
      throw new IllegalArgumentException(
          "a node gives at most 8 addresses, not " + addresses.size());
    }
  }
}
