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
 * @param settings of the groups in which it is distributed
 * @param mostChildren how many others a node sends it to, 2 to 63; the last place is kept for those
 *     who lost their parent, move or rise
 * @param latencyMillis in live mode, how late a chunk may be
 */
public record SendRequest(
    String title,
    StreamMode mode,
    int chunkBytes,
    OptionalLong lengthBytes,
    Audience audience,
    GroupSettings settings,
    int mostChildren,
    long latencyMillis) {}
