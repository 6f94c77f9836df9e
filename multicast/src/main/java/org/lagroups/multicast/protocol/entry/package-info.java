/**
 * How a receiver gets into the group in which a source distributes its stream.
 *
 * <p>Start with {@link org.lagroups.multicast.protocol.entry.Entry}, which asks by a stream's link,
 * and {@link org.lagroups.multicast.protocol.entry.Door}, where the source answers. The source
 * gives the header and a token of its own for each guest, by which it admits that guest when it
 * joins. To which of the groups of a larger tree a receiver belongs is not decided here.
 *
 * <p>Not for use by several threads.
 */
@NullMarked
package org.lagroups.multicast.protocol.entry;

import org.jspecify.annotations.NullMarked;
