package org.lagroups.fileshare.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/**
 * Proves that a range of leaves belongs to a tree: the hashes of the nodes beside it, from left to
 * right. Nodes with no content below them are known to both sides and left out.
 *
 * @param hashes each {@link MerkleRoot#LENGTH} bytes, at most {@link #MAX_HASHES}
 */
public record RangeProof(List<Bytes> hashes) {

  /** The most hashes a proof can have: one on either side per height. */
  public static final int MAX_HASHES = 2 * TreeShape.MAX_HEIGHT;

  public RangeProof {
    hashes = List.copyOf(hashes);
    if (hashes.size() > MAX_HASHES) {
      throw new IllegalArgumentException("a proof of " + hashes.size() + " hashes is too deep");
    }
    for (Bytes hash : hashes) {
      if (hash.length() != MerkleRoot.LENGTH) {
        throw new IllegalArgumentException("a hash has 32 bytes, not " + hash.length());
      }
    }
  }

  /** Where the hashes of a tree's nodes come from. */
  @FunctionalInterface
  interface Nodes {
    Bytes node(int height, int index);
  }

  static RangeProof of(TreeShape shape, LeafRange range, Nodes nodes) {
    List<Bytes> hashes = new ArrayList<>();
    collect(shape, range, nodes, shape.height(), 0, hashes);
    return new RangeProof(hashes);
  }

  /**
   * Checks the content of a range against a root, leaf by leaf.
   *
   * @param content of all leaves of {@code range}
   * @return the hashes of the leaves one after the other, or nothing if range, content and proof do
   *     not lead to the root; never throws
   */
  public Optional<Bytes> check(TreeShape shape, MerkleRoot root, LeafRange range, Bytes content) {
    if (!shape.contains(range) || content.length() != shape.bytesOf(range)) {
      return Optional.empty();
    }
    Check check = new Check(shape, range, content, hashes.iterator());
    byte[] computed = check.node(shape.height(), 0);
    if (computed == null || check.proof.hasNext()) {
      return Optional.empty();
    }
    return root.hash().equals(Bytes.wrapOwned(computed))
        ? Optional.of(Bytes.wrapOwned(check.leafHashes))
        : Optional.empty();
  }

  private static void collect(
      TreeShape shape, LeafRange range, Nodes nodes, int height, int index, List<Bytes> out) {
    switch (Place.of(shape, range, height, index)) {
      case BESIDE -> out.add(nodes.node(height, index));
      case PADDING, LEAF -> {}
      case ACROSS -> {
        collect(shape, range, nodes, height - 1, 2 * index, out);
        collect(shape, range, nodes, height - 1, 2 * index + 1, out);
      }
    }
  }

  /** Where a node lies as seen from a range of leaves. */
  private enum Place {
    /** No leaf below it is in the range, and some have content. */
    BESIDE,
    /** Nothing below it has content. */
    PADDING,
    /** It is a leaf of the range. */
    LEAF,
    /** Some leaf below it is in the range. */
    ACROSS;

    static Place of(TreeShape shape, LeafRange range, int height, int index) {
      long from = (long) index << height;
      long to = from + (1L << height);
      if (from >= shape.leafCount()) {
        return PADDING;
      }
      if (to <= range.first() || from >= range.end()) {
        return BESIDE;
      }
      return height == 0 ? LEAF : ACROSS;
    }
  }

  /** One run of {@link #check}. */
  private static final class Check {
    final TreeShape shape;
    final LeafRange range;
    final Iterator<Bytes> proof;
    final byte[] leafHashes;
    private final ByteBuffer content;
    private final NodeHasher hasher = new NodeHasher();

    Check(TreeShape shape, LeafRange range, Bytes content, Iterator<Bytes> proof) {
      this.shape = shape;
      this.range = range;
      this.proof = proof;
      this.content = content.asReadOnlyBuffer();
      this.leafHashes = new byte[range.count() * NodeHasher.HASH];
    }

    /** The hash of a node, or null when the proof has too few hashes. */
    byte @Nullable [] node(int height, int index) {
      return switch (Place.of(shape, range, height, index)) {
        case BESIDE -> proof.hasNext() ? proof.next().toArray() : null;
        case PADDING -> NodeHasher.padding(height);
        case LEAF -> leaf(index);
        case ACROSS -> {
          byte[] left = node(height - 1, 2 * index);
          byte[] right = left == null ? null : node(height - 1, 2 * index + 1);
          yield left == null || right == null ? null : hasher.parent(left, right);
        }
      };
    }

    private byte[] leaf(int index) {
      ByteBuffer leaf = content.slice(content.position(), shape.leafBytes(index));
      content.position(content.position() + leaf.remaining());
      byte[] hash = hasher.leaf(leaf);
      System.arraycopy(
          hash, 0, leafHashes, (index - range.first()) * NodeHasher.HASH, NodeHasher.HASH);
      return hash;
    }
  }
}
