package org.lagroups.multicast.protocol.drive;

import java.util.List;
import java.util.function.Supplier;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.multicast.protocol.entry.KeptLinks;
import org.lagroups.multicast.protocol.entry.StreamGroups;
import org.lagroups.multicast.relay.flow.Uplink;

/**
 * What a stream's tree needs of its node.
 *
 * @param uplink that all streams share
 * @param addresses where others reach this node
 */
public record Surroundings(
    Environment<?> environment,
    KeptLinks links,
    StreamGroups groups,
    Uplink uplink,
    Supplier<List<NodeAddress>> addresses,
    SignatureVerifier signatures,
    TranscriptVerifier transcripts) {}
