package org.lagroups.core.transcript;

import java.nio.ByteBuffer;
import org.lagroups.core.crypto.Domain;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * That a node is a member of a group until some time. Everyone who attests to it signs the same
 * words, so that their signatures can be added up.
 *
 * @param expiryMillis until when, wall-clock milliseconds since 1970-01-01 UTC, 0 or more
 */
public record Endorsement(GroupId group, NodeId attestee, long expiryMillis) {

  /** What endorsements are signed for. */
  public static final Domain DOMAIN = new Domain("lagroups/endorsement/1");

  public Endorsement {
    if (expiryMillis < 0) {
      throw new IllegalArgumentException("an expiry is 0 or more, not " + expiryMillis);
    }
  }

  /** What is signed: the domain, the group, the attestee and the expiry, each of fixed length. */
  public Bytes message() {
    byte[] content = new byte[GroupId.LENGTH + NodeId.LENGTH + Long.BYTES];
    group.bytes().copyTo(content, 0);
    attestee.bytes().copyTo(content, GroupId.LENGTH);
    ByteBuffer.wrap(content).putLong(GroupId.LENGTH + NodeId.LENGTH, expiryMillis);
    return DOMAIN.signedForm(Bytes.wrapOwned(content));
  }
}
