/**
 * What nodes of the tree of groups tell each other of places, within the messages about them.
 *
 * <p>Start with {@link org.lagroups.multicast.wire.place.Stand}, how near to the source a node is.
 * {@link org.lagroups.multicast.wire.place.Option} is a node that may have a place, {@link
 * org.lagroups.multicast.wire.place.Ward} one that has been given one, {@link
 * org.lagroups.multicast.wire.place.Fallen} one that is to have none but the lowest. None can be
 * made beyond its {@link org.lagroups.multicast.wire.place.Bounds}.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.multicast.wire.place;

import org.jspecify.annotations.NullMarked;
