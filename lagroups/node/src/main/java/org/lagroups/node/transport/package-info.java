/**
 * Sessions: mutually authenticated connections with other nodes, over real sockets.
 *
 * <p>Start with {@link org.lagroups.node.transport.Transport}. It keeps at most one session with
 * each peer, dials and dials again with back-off, and carries the messages of all protocols; {@link
 * org.lagroups.node.transport.TransportListener} hears of sessions and messages. {@code
 * transport.quic.QuicTransport} is the one there is. What all carriers have in common is in {@code
 * transport.session}, how a connection is bound to a node in {@code transport.auth}, so that
 * another carrier can be added without touching a protocol.
 *
 * <p><b>Threads.</b> A transport lives on the node's event loop, made by {@link
 * org.lagroups.node.transport.EventLoops}: all its methods are called there, and it calls its
 * listener there.
 */
@NullMarked
package org.lagroups.node.transport;

import org.jspecify.annotations.NullMarked;
