package org.lagroups.multicast.protocol;

import java.util.List;
import java.util.function.Supplier;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.NodeAddress;
import org.lagroups.multicast.protocol.entry.StreamGroups;
import org.lagroups.multicast.relay.Planner;

/**
 * What streams need of their node.
 *
 * @param identity signs what this node publishes
 * @param groups in which streams are distributed
 * @param planner finds relay trees
 * @param conduct is told how members behave
 * @param addresses where others are told to reach this node
 * @param transcripts looks at the proofs of those who wish to rise
 */
public record CastPorts(
    Identity identity,
    SignatureVerifier signatures,
    StreamGroups groups,
    Planner planner,
    Conduct conduct,
    Supplier<List<NodeAddress>> addresses,
    TranscriptVerifier transcripts) {}
