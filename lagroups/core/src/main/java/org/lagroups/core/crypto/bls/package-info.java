/**
 * BLS signatures on the curve BLS12-381, which can be added up: many signers of the same message
 * make one multi-signature of 96 bytes (paper, section 2.2, "Compact signature representation").
 *
 * <p>Start with {@link org.lagroups.core.crypto.bls.Bls}, what can be done, whoever does the
 * arithmetic: {@link org.lagroups.core.crypto.bls.NativeBls} (fast, a native library) or {@link
 * org.lagroups.core.crypto.bls.JavaBls} (some sixty times slower, everywhere). Which one it is, is
 * decided where a program starts, and passed on from there.
 *
 * <p>The ciphersuite is {@code BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_} of the IRTF's draft
 * "BLS Signatures" (draft-irtf-cfrg-bls-signature): public keys are points of G1, signatures of G2,
 * and whoever adds a key up first asks for a proof that its owner has the secret.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.core.crypto.bls;

import org.jspecify.annotations.NullMarked;
