package org.lagroups.core.crypto;

import org.lagroups.machine.Bytes;

/** Tells good signatures from bad ones. */
@FunctionalInterface
public interface SignatureVerifier {

  /** Looks at each signature itself. May be used from any thread. */
  SignatureVerifier DIRECT = PublicIdentity::verify;

  /** Whether {@code signer} signed {@code message} for {@code domain}. Never throws. */
  boolean isGood(PublicIdentity signer, Domain domain, Bytes message, Signature signature);
}
