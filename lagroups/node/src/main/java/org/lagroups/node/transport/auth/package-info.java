/**
 * Session certificates: how a connection is bound to a {@link org.lagroups.machine.NodeId}.
 *
 * <p>Start with {@link org.lagroups.node.transport.auth.SessionCertificate}, which a node shows on
 * every connection, and {@link org.lagroups.node.transport.auth.CertificateVerifier}, which checks
 * a peer's. A session certificate is self-signed with a short-lived P-256 key, because every TLS
 * library accepts such keys; an extension carries the node's public keys and their signature over
 * the short-lived key. The idea is that of the TLS handshake of libp2p (specification
 * "tls/tls.md").
 *
 * <p><b>Threads.</b> All types are immutable or used on the node's event loop only.
 */
@NullMarked
package org.lagroups.node.transport.auth;

import org.jspecify.annotations.NullMarked;
