package org.lagroups.multicast.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;

/**
 * A header as its publisher signed it.
 *
 * @param header what {@code encoded} says
 * @param encoded exactly the bytes that the signature covers
 * @param signature not necessarily checked yet
 */
public record SignedHeader(StreamHeader header, Bytes encoded, Signature signature) {

  /** What the signature is for. */
  public static final Domain DOMAIN = new Domain("lagroups/cast-header/1");

  /** Signs {@code header} as its publisher. */
  public static SignedHeader sign(StreamHeader header, Identity publisher) {
    if (!publisher.publicIdentity().equals(header.publisher())) {
      throw new IllegalArgumentException("only its publisher signs a header");
    }
    Bytes encoded = HeaderCodec.encode(header);
    return new SignedHeader(header, encoded, publisher.sign(DOMAIN, encoded));
  }

  /** The stream's name. */
  public StreamId id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      encoded.addTo(digest);
      return new StreamId(Bytes.copyOf(digest.digest(), 0, StreamId.LENGTH));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Whether this is the header of stream {@code id} and its publisher has signed it. */
  public boolean isSoundFor(StreamId id, SignatureVerifier signatures) {
    return id().equals(id) && signatures.isGood(header.publisher(), DOMAIN, encoded, signature);
  }
}
