/**
 * How a receiver gets leave of a stream's source to look for a place in its tree.
 *
 * <p>Start with {@link org.lagroups.multicast.protocol.entry.Entry}, which asks by a stream's link,
 * and {@link org.lagroups.multicast.protocol.entry.Door}, where the source answers. The source
 * gives the header and one of its {@link org.lagroups.multicast.protocol.entry.Passes}, which
 * whoever gives a place wants to see. Which place that is, is not decided here. By one of its
 * {@link org.lagroups.multicast.protocol.entry.Farewells} it says later that it has ended the
 * stream.
 *
 * <p>Not for use by several threads.
 */
@NullMarked
package org.lagroups.multicast.protocol.entry;

import org.jspecify.annotations.NullMarked;
