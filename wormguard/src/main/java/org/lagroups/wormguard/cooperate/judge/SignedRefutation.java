package org.lagroups.wormguard.cooperate.judge;

import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/**
 * A refutation as its refuter signed it.
 *
 * @param encoded exactly the bytes that the signature covers
 * @param signature not necessarily checked yet
 */
public record SignedRefutation(Refutation refutation, Bytes encoded, Signature signature) {

  /** What the signature is for. */
  public static final Domain DOMAIN = new Domain("lagroups/worm-refutation/1");

  /** Signs {@code refutation} as its refuter. */
  public static SignedRefutation sign(Refutation refutation, Identity refuter) {
    if (!refuter.nodeId().equals(refutation.refuter())) {
      throw new IllegalArgumentException("only its refuter signs a refutation");
    }
    Bytes encoded = RefutationCodec.encode(refutation);
    return new SignedRefutation(refutation, encoded, refuter.sign(DOMAIN, encoded));
  }

  /** Whether the refuter that it names, which has these keys, has signed it. */
  public boolean isSignedBy(PublicIdentity refuter) {
    return refuter.nodeId().equals(refutation.refuter())
        && refuter.verify(DOMAIN, encoded, signature);
  }
}
