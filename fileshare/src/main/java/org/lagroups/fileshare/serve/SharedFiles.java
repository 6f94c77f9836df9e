package org.lagroups.fileshare.serve;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.query.Query;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.machine.GroupId;

/**
 * The files that this node shares: a port to its index and its disk. Answers come on the machine
 * thread, each once, possibly from within the call.
 */
public interface SharedFiles {

  /** This node's own records that fit, the best first, at most {@code max}. */
  void search(GroupId group, Query query, int max, Consumer<List<SignedRecord>> done);

  /** This node's own record of this content. */
  void record(GroupId group, MerkleRoot root, Consumer<Optional<SignedRecord>> done);

  /** The length of this content, if this node has it for the group. */
  void held(GroupId group, MerkleRoot root, Consumer<Optional<TreeShape>> done);

  /** Content with its proof: {@link FileReply.Leaves} or {@link FileReply.Failure}. */
  void leaves(GroupId group, MerkleRoot root, LeafRange range, Consumer<FileReply> done);
}
