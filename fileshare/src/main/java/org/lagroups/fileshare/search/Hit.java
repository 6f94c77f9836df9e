package org.lagroups.fileshare.search;

import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * A file that someone publishes.
 *
 * @param number from 1 on, in the order of arrival
 * @param record with a good signature
 * @param own whether this node publishes it itself: then there is nothing to verify
 * @param publisherName what the publisher calls itself; a stranger's text, may be empty
 * @param paths how many vertex-disjoint paths there were to the publisher when its answer came; 0
 *     to itself
 */
public record Hit(int number, SignedRecord record, boolean own, String publisherName, int paths) {

  /** The group in which it was found. */
  public GroupId group() {
    return record.record().group();
  }

  /** Who publishes it. */
  public NodeId publisher() {
    return record.record().publisher();
  }

  /** Names the content. */
  public MerkleRoot root() {
    return record.record().root();
  }
}
