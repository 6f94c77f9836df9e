/**
 * Keys and signatures.
 *
 * <p>Start with {@link org.lagroups.core.crypto.Identity}, a node's secret keys, and {@link
 * org.lagroups.core.crypto.PublicIdentity}, what everyone else knows of it. Each node has an
 * Ed25519 key (RFC 8032) that signs statements, and a BLS12-381 key whose signatures can be added
 * up; the {@link org.lagroups.machine.NodeId} is the hash of both public keys, so no directory of
 * keys is needed (paper, section 2.1).
 *
 * <p>Every signature is made for one {@link org.lagroups.core.crypto.Domain}, so that a statement
 * of one protocol never passes for one of another.
 *
 * <p>Who checks many signatures asks a {@link org.lagroups.core.crypto.SignatureVerifier}: in
 * production that looks at each, in simulations it remembers those that it has seen.
 *
 * <p>All types but {@link org.lagroups.core.crypto.RememberingVerifier} are immutable and may be
 * used from any thread.
 */
@NullMarked
package org.lagroups.core.crypto;

import org.jspecify.annotations.NullMarked;
