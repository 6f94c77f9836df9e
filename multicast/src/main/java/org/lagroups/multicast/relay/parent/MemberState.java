package org.lagroups.multicast.relay.parent;

import org.lagroups.machine.NodeId;

/**
 * How it goes with a member, by its own last report.
 *
 * @param receivedBytesPerSecond what comes to it, from everybody
 * @param uplinkBytesPerSecond what its uplink is taken for
 * @param isApart whether it does not keep up, and is served apart
 */
public record MemberState(
    NodeId node, double receivedBytesPerSecond, double uplinkBytesPerSecond, boolean isApart) {}
