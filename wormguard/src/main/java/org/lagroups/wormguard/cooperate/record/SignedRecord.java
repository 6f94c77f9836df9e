package org.lagroups.wormguard.cooperate.record;

import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/**
 * A record as its origin signed it.
 *
 * @param id the hash of {@code encoded}
 * @param record what {@code encoded} says
 * @param encoded exactly the bytes that the signature covers
 * @param signature not necessarily checked yet
 */
public record SignedRecord(
    SignatureId id, SignatureRecord record, Bytes encoded, Signature signature) {

  /** What the signature is for. */
  public static final Domain DOMAIN = new Domain("lagroups/worm-signature/1");

  /** A record that was read from {@code encoded}. */
  public static SignedRecord of(SignatureRecord record, Bytes encoded, Signature signature) {
    return new SignedRecord(SignatureId.of(encoded), record, encoded, signature);
  }

  /** Signs {@code record} as its origin. */
  public static SignedRecord sign(SignatureRecord record, Identity origin) {
    if (!origin.nodeId().equals(record.origin())) {
      throw new IllegalArgumentException("only its origin signs a record");
    }
    Bytes encoded = RecordCodec.encode(record);
    return of(record, encoded, origin.sign(DOMAIN, encoded));
  }

  /** Whether the origin that the record names, which has these keys, has signed it. */
  public boolean isSignedBy(PublicIdentity origin) {
    return origin.nodeId().equals(record.origin()) && origin.verify(DOMAIN, encoded, signature);
  }
}
