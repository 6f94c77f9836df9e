/**
 * Ways out of a stream: standard output, a file that is recorded, MPEG-TS by UDP, players by HTTP.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.output.StreamOutput}; {@code opening} opens
 * one for an {@link org.lagroups.multicast.runtime.end.OutputAddress}. It takes payloads in order,
 * never blocks, has a bounded queue, and tells how it fares as {@link
 * org.lagroups.multicast.runtime.output.OutputEvent}s. {@link
 * org.lagroups.multicast.runtime.output.SeveralOutputs} gives the same to many, of which none holds
 * up another in a live stream. A file whose chunks come in any order is in {@code file}.
 *
 * <p>Each output writes on a thread of its own. It is used on the node's loop and tells there.
 */
@NullMarked
package org.lagroups.multicast.runtime.output;

import org.jspecify.annotations.NullMarked;
