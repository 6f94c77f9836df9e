package org.lagroups.wormguard.cooperate.endorse;

import java.nio.ByteBuffer;
import org.lagroups.core.crypto.Domain;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/**
 * That a signature has passed the tests of whoever signs this. Everyone who vouches for it signs
 * the same words, so that their signatures can be added up (paper, section 2.2).
 *
 * @param expiryMillis until when, wall-clock milliseconds since 1970-01-01 UTC, 0 or more
 */
public record SignatureEndorsement(GroupId group, SignatureId id, long expiryMillis) {

  /** What these endorsements are signed for. */
  public static final Domain DOMAIN = new Domain("lagroups/worm-endorsement/1");

  public SignatureEndorsement {
    if (expiryMillis < 0) {
      throw new IllegalArgumentException("an expiry is 0 or more, not " + expiryMillis);
    }
  }

  /** What is signed: the domain, the group, the ID and the expiry, each of fixed length. */
  public Bytes message() {
    byte[] content = new byte[GroupId.LENGTH + SignatureId.LENGTH + Long.BYTES];
    group.bytes().copyTo(content, 0);
    id.hash().copyTo(content, GroupId.LENGTH);
    ByteBuffer.wrap(content).putLong(GroupId.LENGTH + SignatureId.LENGTH, expiryMillis);
    return DOMAIN.signedForm(Bytes.wrapOwned(content));
  }
}
