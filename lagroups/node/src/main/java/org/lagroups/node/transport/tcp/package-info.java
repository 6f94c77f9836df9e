/**
 * TLS 1.3 over TCP as a carrier of sessions (RFC 8446), on the same port number as QUIC.
 *
 * <p>Start with {@link org.lagroups.node.transport.tcp.TcpCarrier}. A connection passes TLS, by
 * native BoringSSL or the JDK; then a {@link org.lagroups.node.transport.tcp.TcpConnection}
 * authenticates the peer and becomes a {@link org.lagroups.node.transport.tcp.TcpLink}, one stream
 * for all messages.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop.
 */
@NullMarked
package org.lagroups.node.transport.tcp;

import org.jspecify.annotations.NullMarked;
