package org.lagroups.fileshare.testing;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.part.PartFile;
import org.lagroups.fileshare.part.PartFiles;
import org.lagroups.fileshare.part.Target;
import org.lagroups.machine.Bytes;
import org.lagroups.node.disk.DiskProblem;

/** A disk in memory that may be full, or forget. */
public final class MemoryDisk implements PartFiles {

  private final Map<MerkleRoot, Part> parts = new HashMap<>();

  /** Whether nothing more can be written. */
  public boolean full;

  /** A leaf that is found lost when the file is to be finished, once; none if negative. */
  public int losesOnce = -1;

  /** How many leaves were ever written. */
  public int leavesWritten;

  private final class Part implements PartFile {
    private final Target target;
    private final byte[] content;
    private final BitSet leaves = new BitSet();

    Part(Target target) {
      this.target = target;
      this.content = new byte[(int) target.shape().lengthBytes()];
    }

    @Override
    public void write(
        LeafRange range, Bytes bytes, Bytes hashes, Consumer<Optional<DiskProblem>> done) {
      if (full) {
        done.accept(
            Optional.of(new DiskProblem(DiskProblem.Kind.FULL, "the disk is full", "make room")));
        return;
      }
      leavesWritten += range.count();
      bytes.copyTo(content, (int) target.shape().offsetOf(range.first()));
      leaves.set(range.first(), range.end());
      done.accept(Optional.empty());
    }

    @Override
    public void finish(Consumer<Finish> done) {
      if (losesOnce >= 0) {
        damage(target.root(), losesOnce);
        losesOnce = -1;
      }
      if (Vectors.tree(content).root().equals(target.root())) {
        done.accept(new Finish.Done(target.folder() + "/" + target.name()));
      } else {
        done.accept(new Finish.Damaged((BitSet) leaves.clone()));
      }
    }

    @Override
    public void close() {}

    @Override
    public void discard() {
      parts.remove(target.root());
    }
  }

  @Override
  public void open(Target target, Consumer<Opening> done) {
    Part part = parts.computeIfAbsent(target.root(), root -> new Part(target));
    done.accept(new Opening.Ready(part, (BitSet) part.leaves.clone()));
  }

  /** Loses a leaf that was written, as a crash may. */
  public void damage(MerkleRoot root, int leaf) {
    Part part = Objects.requireNonNull(parts.get(root));
    part.content[leaf * TreeShape.LEAF_BYTES] ^= 1;
    part.leaves.clear(leaf);
  }

  /** How many leaves of a file are there. */
  public int leaves(MerkleRoot root) {
    Part part = parts.get(root);
    return part == null ? 0 : part.leaves.cardinality();
  }
}
