/**
 * Outputs with one reader: standard output, a recording, UDP.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.output.sink.SinkOutputs}. Each is a {@link
 * org.lagroups.multicast.runtime.output.sink.Sink}, which may block, behind a queue and with a
 * thread of its own ({@link org.lagroups.multicast.runtime.output.sink.QueuedOutput}). By UDP,
 * {@link org.lagroups.multicast.runtime.output.sink.ArrivalPace} says when a datagram is due.
 */
@NullMarked
package org.lagroups.multicast.runtime.output.sink;

import org.jspecify.annotations.NullMarked;
