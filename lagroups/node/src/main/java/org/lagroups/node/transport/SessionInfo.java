package org.lagroups.node.transport;

import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/**
 * A session that is up.
 *
 * @param carrier what carries it, such as {@code quic}
 * @param bytesOut payload bytes of messages sent
 * @param bytesIn payload bytes of messages received
 */
public record SessionInfo(
    NodeId peer,
    NodeAddress address,
    boolean dialled,
    String carrier,
    long upSinceMillis,
    long bytesOut,
    long bytesIn) {}
