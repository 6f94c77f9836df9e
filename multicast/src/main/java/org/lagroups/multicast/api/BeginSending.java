package org.lagroups.multicast.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;

/**
 * A wish to send a stream.
 *
 * @param input an absolute path, {@code udp://HOST:PORT}, or {@code -} if a command runs the node
 *     within itself
 * @param title null for the name of the file, or none
 * @param mode {@code live} or {@code file}; null for what fits the input
 * @param latencyMillis of a live stream; null for 1,000
 * @param invited who may receive it; null for everybody who has the link
 */
public record BeginSending(
    String input,
    @Nullable String title,
    @Nullable String mode,
    @Nullable Long latencyMillis,
    @Nullable List<NodeId> invited) {}
