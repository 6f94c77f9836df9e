/**
 * Sessions: mutually authenticated connections with other nodes, over real sockets.
 *
 * <p>Start with {@link org.lagroups.node.transport.Transport}. It keeps at most one session with
 * each peer, dials and dials again with back-off, and carries the messages of all protocols; {@link
 * org.lagroups.node.transport.TransportListener} hears of sessions and messages. {@code
 * transport.dual.DualTransport} is the one there is, over {@code transport.quic} and {@code
 * transport.tcp}. What carriers have in common is in {@code transport.link}, how a connection is
 * bound to a node in {@code transport.auth}, how messages go on over another connection when one
 * breaks in {@code transport.lane}, and what makes connections a session in {@code
 * transport.session}.
 *
 * <p><b>Threads.</b> A transport lives on the node's event loop, made by {@link
 * org.lagroups.node.transport.EventLoops}: all its methods are called there, and it calls its
 * listener there.
 */
@NullMarked
package org.lagroups.node.transport;

import org.jspecify.annotations.NullMarked;
