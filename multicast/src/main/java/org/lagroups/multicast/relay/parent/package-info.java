/**
 * The parent's side of the distribution of a stream.
 *
 * <p>Start with {@link org.lagroups.multicast.relay.parent.Distributor}. {@link
 * org.lagroups.multicast.relay.parent.Children} are its members with all that is known of them;
 * {@link org.lagroups.multicast.relay.parent.Planning} turns that into trees, {@link
 * org.lagroups.multicast.relay.parent.Watch} finds what is late and whose fault that is. {@link
 * org.lagroups.multicast.relay.parent.Muster} waits for those who come together, {@link
 * org.lagroups.multicast.relay.parent.Latecomers} sees to what the later ones have missed.
 */
@NullMarked
package org.lagroups.multicast.relay.parent;

import org.jspecify.annotations.NullMarked;
