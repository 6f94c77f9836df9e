package org.lagroups.multicast.protocol;

import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.multicast.protocol.entry.StreamGroups;
import org.lagroups.multicast.relay.Planner;

/**
 * What streams need of their node.
 *
 * @param identity signs what this node publishes
 * @param groups in which streams are distributed
 * @param planner finds relay trees
 * @param conduct is told how members behave
 */
public record CastPorts(
    Identity identity,
    SignatureVerifier signatures,
    StreamGroups groups,
    Planner planner,
    Conduct conduct) {}
