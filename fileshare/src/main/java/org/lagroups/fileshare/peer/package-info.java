/**
 * The other members, as the rest of this application sees them: someone who can be asked.
 *
 * <p>Start with {@link org.lagroups.fileshare.peer.Peers}. {@link
 * org.lagroups.fileshare.peer.RoutedPeers} is the real one, over {@link
 * org.lagroups.core.route.Router}: it picks the route, and turns what comes back into a {@link
 * org.lagroups.fileshare.peer.PeerReply}.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.peer;

import org.jspecify.annotations.NullMarked;
