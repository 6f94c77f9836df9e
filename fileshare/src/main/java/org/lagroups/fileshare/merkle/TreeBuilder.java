package org.lagroups.fileshare.merkle;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/**
 * Builds a file's tree from its bytes in order, in bounded memory.
 *
 * <p>Kept are the nodes of one layer and, below it, one open node per height. When the layer is
 * full, its nodes are folded into their parents and the layer is one higher from then on.
 */
public final class TreeBuilder {

  /** Where the layer begins: nodes over 16 leaves, 256 KiB. */
  static final int FIRST_LAYER_HEIGHT = 4;

  /** The most nodes in the layer; 2 MiB of hashes. A power of two. */
  static final int MAX_LAYER_NODES = 1 << 16;

  private final NodeHasher hasher = new NodeHasher();
  private final byte[] openLeaf = new byte[TreeShape.LEAF_BYTES];
  private final byte[] @Nullable [] openNodes = new byte[TreeShape.MAX_HEIGHT + 1][];
  private final int maxLayerNodes;
  private byte[] layer = new byte[16 * NodeHasher.HASH];
  private int layerNodes;
  private int layerHeight = FIRST_LAYER_HEIGHT;
  private int openBytes;
  private long lengthBytes;

  public TreeBuilder() {
    this(MAX_LAYER_NODES);
  }

  /** With a smaller layer, so that tests reach its limit. */
  TreeBuilder(int maxLayerNodes) {
    this.maxLayerNodes = maxLayerNodes;
  }

  /**
   * The next bytes of the file.
   *
   * @throws IllegalStateException if the file gets longer than {@link TreeShape#MAX_FILE_BYTES}
   */
  public void update(byte[] content, int from, int length) {
    if (lengthBytes > TreeShape.MAX_FILE_BYTES - length) {
      throw new IllegalStateException("longer than 16 TiB");
    }
    lengthBytes += length;
    int at = from;
    int end = from + length;
    while (at < end) {
      if (openBytes == 0 && end - at >= TreeShape.LEAF_BYTES) {
        add(hasher.leaf(content, at, TreeShape.LEAF_BYTES));
        at += TreeShape.LEAF_BYTES;
      } else {
        at += fillOpenLeaf(content, at, end);
      }
    }
  }

  /**
   * The tree of everything given so far. The builder is of no further use.
   *
   * @throws IllegalStateException if nothing was given: an empty file has no tree
   */
  public MerkleTree finish() {
    if (lengthBytes == 0) {
      throw new IllegalStateException("an empty file has no tree");
    }
    if (openBytes > 0) {
      add(hasher.leaf(openLeaf, 0, openBytes));
    }
    if (layerNodes == maxLayerNodes && Arrays.stream(openNodes).anyMatch(Objects::nonNull)) {
      foldLayer();
    }
    TreeShape shape = new TreeShape(lengthBytes);
    int height = Math.min(layerHeight, shape.height());
    closeOpenNodes(height);
    Bytes nodes = Bytes.copyOf(layer, 0, layerNodes * NodeHasher.HASH);
    return new MerkleTree(shape, rootOf(shape.height(), height), height, nodes);
  }

  private int fillOpenLeaf(byte[] content, int from, int end) {
    int taken = Math.min(end - from, TreeShape.LEAF_BYTES - openBytes);
    System.arraycopy(content, from, openLeaf, openBytes, taken);
    openBytes += taken;
    if (openBytes == TreeShape.LEAF_BYTES) {
      add(hasher.leaf(openLeaf, 0, openBytes));
      openBytes = 0;
    }
    return taken;
  }

  private void add(byte[] leaf) {
    byte[] node = leaf;
    for (int height = 0; height < layerHeight; height++) {
      byte[] left = openNodes[height];
      if (left == null) {
        openNodes[height] = node;
        return;
      }
      openNodes[height] = null;
      node = hasher.parent(left, node);
    }
    addToLayer(node);
  }

  private void addToLayer(byte[] node) {
    if (layerNodes == maxLayerNodes) {
      openNodes[layerHeight] = node;
      foldLayer();
      return;
    }
    if ((layerNodes + 1) * NodeHasher.HASH > layer.length) {
      layer = Arrays.copyOf(layer, 2 * layer.length);
    }
    System.arraycopy(node, 0, layer, layerNodes * NodeHasher.HASH, NodeHasher.HASH);
    layerNodes++;
  }

  private void foldLayer() {
    layerNodes = hasher.foldPairs(layer, layerNodes);
    layerHeight++;
  }

  /** Completes the last node of the layer with padding, where it has content. */
  private void closeOpenNodes(int upTo) {
    byte @Nullable [] node = null;
    for (int height = 0; height < upTo; height++) {
      byte[] left = openNodes[height];
      if (left != null) {
        node = hasher.parent(left, node == null ? NodeHasher.padding(height) : node);
      } else if (node != null) {
        node = hasher.parent(node, NodeHasher.padding(height));
      }
    }
    if (node == null && layerNodes == 0) {
      node = openNodes[upTo];
    }
    if (node != null) {
      addToLayer(node);
    }
  }

  private MerkleRoot rootOf(int rootHeight, int height) {
    return new MerkleRoot(Subtree.over(height, rootHeight, layer, layerNodes).node(rootHeight, 0));
  }
}
