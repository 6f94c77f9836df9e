package org.lagroups.fileshare.record;

import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/**
 * A record as its publisher signed it.
 *
 * @param record what {@code encoded} says
 * @param encoded exactly the bytes that the signature covers
 * @param signature not necessarily checked yet
 */
public record SignedRecord(FileRecord record, Bytes encoded, Signature signature) {

  /** What the signature is for. */
  public static final Domain DOMAIN = new Domain("lagroups/file-record/1");

  /** Signs {@code record} as its publisher. */
  public static SignedRecord sign(FileRecord record, Identity publisher) {
    if (!publisher.nodeId().equals(record.publisher())) {
      throw new IllegalArgumentException("only its publisher signs a record");
    }
    Bytes encoded = RecordCodec.encode(record);
    return new SignedRecord(record, encoded, publisher.sign(DOMAIN, encoded));
  }

  /** Whether the publisher that the record names, which has these keys, has signed it. */
  public boolean isSignedBy(PublicIdentity publisher) {
    return publisher.nodeId().equals(record.publisher())
        && publisher.verify(DOMAIN, encoded, signature);
  }
}
