/**
 * QUIC (RFC 9000) as the carrier of sessions, over one UDP socket that both accepts and dials.
 *
 * <p>Start with {@link org.lagroups.node.transport.quic.QuicCarrier}. A datagram passes the {@link
 * org.lagroups.node.transport.quic.WireMeter}, then the {@link
 * org.lagroups.node.transport.quic.Demultiplexer}, which tells by the connection ID whether the
 * accepting or the dialling codec takes it. A {@link
 * org.lagroups.node.transport.quic.QuicConnection} authenticates the peer and then becomes a {@link
 * org.lagroups.node.transport.quic.QuicLink} with two streams and datagrams.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop.
 */
@NullMarked
package org.lagroups.node.transport.quic;

import org.jspecify.annotations.NullMarked;
