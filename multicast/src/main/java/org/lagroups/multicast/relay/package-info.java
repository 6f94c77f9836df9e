/**
 * The distribution of one stream within one group: a parent, which has the stream, and up to 63
 * members, who relay it to each other.
 *
 * <p>The parent's side is {@link org.lagroups.multicast.relay.parent.Distributor}, a member's is
 * {@link org.lagroups.multicast.relay.child.Member}; start with these. Both are driven by the
 * machine that owns them, which hands them messages, link events and a tick, and gives them what is
 * declared here: {@link org.lagroups.multicast.relay.RelaySettings}, a {@link
 * org.lagroups.multicast.relay.ChunkStore} and somebody to tell.
 *
 * <p><b>How chunks go.</b> The parent plans trees ({@link
 * org.lagroups.multicast.plan.RelayPlanner}) from the members' uplinks as measured, and sends each
 * chunk over one of them. The route is in the chunk, so that relays decide nothing. Each tree, and
 * each link, has a window of what is on its way: so the real capacities decide what goes where, and
 * the plan gives shape and preference.
 *
 * <p><b>What is lost</b> is noticed by the parent, as members report what they have, and sent once
 * more; members ask each other for whatever is missing even so. A relay that alters chunks is
 * refused by whoever gets them, one that keeps them is found by its children's reports: both are
 * told as a {@link org.lagroups.multicast.relay.RelayVerdict}.
 *
 * <p><b>A member who cannot keep up</b> is taken out of the trees and fetches what it lacks, as
 * fast as it can. In live mode it loses what is older than the latency.
 *
 * <p>Not for use by several threads.
 */
@NullMarked
package org.lagroups.multicast.relay;

import org.jspecify.annotations.NullMarked;
