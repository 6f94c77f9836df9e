/**
 * Links between simulated nodes: dialling, sessions, queues, loss and idle time-outs, in the manner
 * of a transport on QUIC. Tests have no business here; they use {@link
 * org.lagroups.simnet.net.Network}.
 *
 * <p>{@link org.lagroups.simnet.link.Fabric} holds a {@link org.lagroups.simnet.link.Station} for
 * every node. A station has a peering for every peer that it cares about, a peering has at most one
 * session, a session has two ends, and each end sends over one lane for each kind of delivery.
 * Nothing here calls a node's listener from within a call by that node, apart from events.
 */
@NullMarked
package org.lagroups.simnet.link;

import org.jspecify.annotations.NullMarked;
