package org.lagroups.fileshare.record;

import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * What a publisher says of one file in one group. About one root a publisher says one thing; a
 * later record, with a greater sequence, replaces an earlier one.
 *
 * @param root names the content
 * @param shape the content's length
 * @param modifiedMillis when the file was last changed, wall-clock milliseconds since 1970-01-01
 *     UTC
 * @param sequence above 0, greater with every record about the same root
 */
public record FileRecord(
    GroupId group,
    NodeId publisher,
    MerkleRoot root,
    TreeShape shape,
    FileName name,
    MimeType mimeType,
    long modifiedMillis,
    long sequence) {

  public FileRecord {
    if (sequence < 1) {
      throw new IllegalArgumentException("a sequence is above 0, not " + sequence);
    }
  }

  /** Whether {@code other} says the same, apart from the sequence. */
  public boolean saysTheSameAs(FileRecord other) {
    return withSequence(other.sequence).equals(other);
  }

  /** The same with another sequence. */
  public FileRecord withSequence(long newSequence) {
    return new FileRecord(
        group, publisher, root, shape, name, mimeType, modifiedMillis, newSequence);
  }
}
