package org.lagroups.fileshare.merkle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.machine.Bytes;

/**
 * Proves ranges of leaves of one file. The nodes below the layer come from the content itself,
 * which the caller reads; the few used last are kept.
 *
 * <p>Not for several threads at once.
 */
public final class TreeReader {

  /** For how many leaves hashes are kept, beside those of two nodes of the layer: 4 MiB. */
  static final int MAX_OPEN_LEAVES = 1 << 16;

  /** Gives the content of a range of leaves of the file. */
  @FunctionalInterface
  public interface LeafContent<E extends Exception> {

    /** The bytes of all leaves of {@code range}; exactly as long as the tree's shape says. */
    byte[] read(LeafRange range) throws E;
  }

  private final MerkleTree tree;
  private final Subtree upper;
  private final Map<Integer, Subtree> open = new LinkedHashMap<>(8, 0.75f, true);
  private final NodeHasher hasher = new NodeHasher();

  public TreeReader(MerkleTree tree) {
    this.tree = tree;
    this.upper =
        Subtree.over(
            tree.layerHeight(),
            tree.shape().height(),
            tree.layer().toArray(),
            tree.layer().length() / MerkleRoot.LENGTH);
  }

  /**
   * The proof for {@code range}, which has to be within the tree.
   *
   * @throws ContentChangedException if what was read does not belong to the tree
   * @throws E if reading fails
   */
  public <E extends Exception> RangeProof prove(LeafRange range, LeafContent<E> content)
      throws E, ContentChangedException {
    int height = tree.layerHeight();
    for (int piece = range.first() >> height; piece <= (range.end() - 1) >> height; piece++) {
      if (height > 0 && !open.containsKey(piece)) {
        keep(piece, openPiece(piece, content));
      }
    }
    return RangeProof.of(tree.shape(), range, this::node);
  }

  private <E extends Exception> Subtree openPiece(int piece, LeafContent<E> content)
      throws E, ContentChangedException {
    LeafRange leaves = tree.leavesBelow(piece);
    byte[] bytes = content.read(leaves);
    if (bytes.length != tree.shape().bytesOf(leaves)) {
      throw new ContentChangedException();
    }
    byte[] hashes = new byte[leaves.count() * NodeHasher.HASH];
    int at = 0;
    for (int i = 0; i < leaves.count(); i++) {
      int length = tree.shape().leafBytes(leaves.first() + i);
      System.arraycopy(
          hasher.leaf(bytes, at, length), 0, hashes, i * NodeHasher.HASH, NodeHasher.HASH);
      at += length;
    }
    Subtree subtree = Subtree.over(0, tree.layerHeight(), hashes, leaves.count());
    if (!subtree.node(tree.layerHeight(), 0).equals(upper.node(tree.layerHeight(), piece))) {
      throw new ContentChangedException();
    }
    return subtree;
  }

  private void keep(int piece, Subtree subtree) {
    open.put(piece, subtree);
    if (open.size() > Math.max(2, MAX_OPEN_LEAVES >> tree.layerHeight())) {
      open.remove(open.keySet().iterator().next());
    }
  }

  private Bytes node(int height, int index) {
    int layerHeight = tree.layerHeight();
    if (height >= layerHeight) {
      return upper.node(height, index);
    }
    int below = layerHeight - height;
    Subtree piece = open.get(index >> below);
    if (piece == null) {
      throw new IllegalStateException("a proof needs only nodes beside its own range");
    }
    return piece.node(height, index & ((1 << below) - 1));
  }
}
