package org.lagroups.core.group;

import java.util.List;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.machine.NodeAddress;

/**
 * What a member of the view says of itself.
 *
 * @param identity its public keys
 * @param name what it calls itself; a stranger's text, may be empty
 * @param addresses where it can be reached, most preferred first
 */
public record Member(PublicIdentity identity, String name, List<NodeAddress> addresses) {

  public Member {
    addresses = List.copyOf(addresses);
  }
}
