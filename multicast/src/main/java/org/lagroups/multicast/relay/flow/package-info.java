/**
 * How much a node sends at a time, and what its uplink proves able to carry.
 *
 * <p>Start with {@link org.lagroups.multicast.relay.flow.Outbox}: for each peer it holds what waits
 * and what is on the way, as much of it as a {@link org.lagroups.multicast.relay.flow.FlowWindow}
 * allows: one for each peer, and one for all together. {@link
 * org.lagroups.multicast.relay.flow.UplinkMeter} turns what arrives while chunks wait into a
 * capacity. All that a node sends goes over one {@link org.lagroups.multicast.relay.flow.Uplink},
 * which may have a cap.
 *
 * <p>Time is an argument everywhere, in nanoseconds from any origin. Not for use by several
 * threads.
 */
@NullMarked
package org.lagroups.multicast.relay.flow;

import org.jspecify.annotations.NullMarked;
