package org.lagroups.fileshare.record;

import java.util.Random;
import org.lagroups.core.crypto.Identity;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/** Records for tests. */
public final class Records {

  /** A publisher. */
  public static final Identity ALICE = Identity.generate(new Random(1));

  /** Another one. */
  public static final Identity BOB = Identity.generate(new Random(2));

  /** The group they are in. */
  public static final GroupId GROUP = GroupId.random(new Random(3));

  private Records() {}

  /** A root like no other number's. */
  public static MerkleRoot root(int number) {
    byte[] hash = new byte[MerkleRoot.LENGTH];
    hash[0] = (byte) number;
    hash[1] = (byte) (number >> 8);
    hash[31] = 1;
    return new MerkleRoot(Bytes.wrapOwned(hash));
  }

  /** What {@code publisher} says of a file of 1,000 bytes. */
  public static FileRecord record(Identity publisher, MerkleRoot root, String name) {
    return new FileRecord(
        GROUP,
        publisher.nodeId(),
        root,
        new TreeShape(1_000),
        new FileName(name),
        new MimeType("text/plain"),
        1_800_000_000_000L,
        7);
  }

  /** The same, signed. */
  public static SignedRecord signed(Identity publisher, MerkleRoot root, String name) {
    return SignedRecord.sign(record(publisher, root, name), publisher);
  }
}
