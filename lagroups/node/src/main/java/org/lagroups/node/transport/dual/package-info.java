/**
 * The transport of a node: sessions over two carriers on one port number.
 *
 * <p>Start with {@link org.lagroups.node.transport.dual.DualTransport}, which puts {@link
 * org.lagroups.node.transport.session.Sessions} on a {@link
 * org.lagroups.node.transport.quic.QuicCarrier} and a {@link
 * org.lagroups.node.transport.tcp.TcpCarrier}. {@link
 * org.lagroups.node.transport.dual.FirstCarrier} finds the one that gets through when there is no
 * session yet.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop.
 */
@NullMarked
package org.lagroups.node.transport.dual;

import org.jspecify.annotations.NullMarked;
