package org.lagroups.fileshare.merkle;

import org.lagroups.machine.Bytes;

/**
 * A file's tree, cut down to its root and one layer: enough to prove any leaf by reading no more of
 * the file than one node of the layer covers.
 *
 * @param layerHeight height of the layer's nodes
 * @param layer hashes of all nodes of that height with content below them, one after the other
 */
public record MerkleTree(TreeShape shape, MerkleRoot root, int layerHeight, Bytes layer) {

  public MerkleTree {
    if (layerHeight < 0
        || layerHeight > shape.height()
        || layer.length() != shape.nodeCount(layerHeight) * MerkleRoot.LENGTH) {
      throw new IllegalArgumentException("this layer does not belong to a tree of this shape");
    }
  }

  /** The leaves below one node of the layer. */
  public LeafRange leavesBelow(int layerIndex) {
    int first = layerIndex << layerHeight;
    return new LeafRange(first, Math.min(1 << layerHeight, shape.leafCount() - first));
  }
}
