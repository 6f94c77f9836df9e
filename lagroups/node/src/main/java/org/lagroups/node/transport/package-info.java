/**
 * Sessions: mutually authenticated connections with other nodes, over real sockets.
 *
 * <p>Start with {@link org.lagroups.node.transport.Transport}. It keeps at most one session with
 * each peer, dials and dials again with back-off, and carries the messages of all protocols. What
 * carries a session (QUIC today) is hidden behind {@link
 * org.lagroups.node.transport.TransportListener}'s few events, so that another carrier can be added
 * without touching a protocol.
 *
 * <p><b>Threads.</b> A transport lives on the node's event loop: all its methods are called there,
 * and it calls its listener there.
 */
@NullMarked
package org.lagroups.node.transport;

import org.jspecify.annotations.NullMarked;
