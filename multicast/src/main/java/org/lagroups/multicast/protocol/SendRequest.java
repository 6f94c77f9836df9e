package org.lagroups.multicast.protocol;

import java.util.OptionalLong;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.stream.StreamMode;

/**
 * A stream that this node is to publish.
 *
 * @param title as in {@link org.lagroups.multicast.stream.StreamHeader}, as are the next three
 * @param audience who may receive it
 * @param settings of the group that is made for it
 * @param maxMembers how many this node serves itself, 1 to 63
 * @param latencyMillis in live mode, how late a chunk may be
 */
public record SendRequest(
    String title,
    StreamMode mode,
    int chunkBytes,
    OptionalLong lengthBytes,
    Audience audience,
    GroupSettings settings,
    int maxMembers,
    long latencyMillis) {}
