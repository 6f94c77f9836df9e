package org.lagroups.fileshare.wire;

import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.query.Query;

/** What one member asks another about the files it shares in a group. */
public sealed interface FileRequest {

  /**
   * Records of files that fit a query, the best first.
   *
   * @param maxResults 1 to {@link #MAX_RESULTS}
   */
  record Search(Query query, int maxResults) implements FileRequest {

    /** The most records in one answer. */
    public static final int MAX_RESULTS = 64;

    public Search {
      if (maxResults < 1 || maxResults > MAX_RESULTS) {
        throw new IllegalArgumentException("1 to 64 results, not " + maxResults);
      }
    }
  }

  /** What the target itself publishes of this content. */
  record FetchRecord(MerkleRoot root) implements FileRequest {}

  /** Whether the target has this content. */
  record AskHeld(MerkleRoot root) implements FileRequest {}

  /**
   * Content, with its proof.
   *
   * @param range at most {@link #MAX_LEAVES} leaves
   */
  record FetchLeaves(MerkleRoot root, LeafRange range) implements FileRequest {

    /** The most leaves in one answer: with the proof they stay below 60 KiB. */
    public static final int MAX_LEAVES = 3;

    public FetchLeaves {
      if (range.count() > MAX_LEAVES) {
        throw new IllegalArgumentException("at most 3 leaves, not " + range.count());
      }
    }
  }
}
