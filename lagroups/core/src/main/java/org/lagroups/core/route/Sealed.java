package org.lagroups.core.route;

import java.util.Optional;
import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/**
 * A packet with the very bytes that stand for it, and the signature over these bytes.
 *
 * @param signature not checked yet; none if the packet needs none
 */
record Sealed(Packet packet, Bytes content, Optional<Signature> signature) {

  private static final Domain DOMAIN = new Domain("lagroups/route/1");

  /** Encodes, and signs if needed. */
  static Sealed of(Packet packet, Identity signer) {
    Bytes content = PacketCodec.encodeContent(packet);
    return new Sealed(
        packet,
        content,
        packet.needsSignature() ? Optional.of(signer.sign(DOMAIN, content)) : Optional.empty());
  }

  /** Whether {@code signer} signed it. */
  boolean isSignedBy(PublicIdentity signer) {
    return signature.isPresent() && signer.verify(DOMAIN, content, signature.get());
  }
}
