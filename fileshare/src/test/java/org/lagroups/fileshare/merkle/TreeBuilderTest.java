package org.lagroups.fileshare.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

class TreeBuilderTest {

  private static final int LEAF = TreeShape.LEAF_BYTES;

  @Test
  void isTheSameInWhateverPiecesTheFileComes() {
    byte[] content = Vectors.content(40 * LEAF + 123);
    MerkleTree whole = Vectors.tree(content);
    Random random = new Random(7);
    TreeBuilder builder = new TreeBuilder();
    for (int at = 0; at < content.length; ) {
      int length = Math.min(random.nextInt(3 * LEAF), content.length - at);
      builder.update(content, at, length);
      at += length;
    }
    assertThat(builder.finish()).isEqualTo(whole);
  }

  @Test
  void keepsTheRootWhenTheLayerHasToRise() {
    for (int leaves = 1; leaves <= 300; leaves += leaves < 70 ? 1 : 23) {
      byte[] content = Vectors.content(leaves * LEAF - 5);
      TreeBuilder small = new TreeBuilder(4);
      small.update(content, 0, content.length);
      MerkleTree tree = small.finish();
      assertThat(tree.root()).as("%d leaves", leaves).isEqualTo(naiveRoot(content));
      assertThat(tree.layer().length()).isLessThanOrEqualTo(4 * MerkleRoot.LENGTH);
      assertThat(Vectors.tree(content).root()).isEqualTo(tree.root());
    }
  }

  @Test
  void hasNoTreeForAnEmptyFile() {
    assertThatThrownBy(() -> new TreeBuilder().finish()).isInstanceOf(IllegalStateException.class);
    assertThat(TreeShape.isPossible(0)).isFalse();
    assertThat(TreeShape.isPossible(TreeShape.MAX_FILE_BYTES)).isTrue();
    assertThat(TreeShape.isPossible(TreeShape.MAX_FILE_BYTES + 1)).isFalse();
  }

  @Test
  void countsLeavesOfTheLongestFileWithoutOverflow() {
    TreeShape shape = new TreeShape(TreeShape.MAX_FILE_BYTES);
    assertThat(shape.leafCount()).isEqualTo(1 << TreeShape.MAX_HEIGHT);
    assertThat(shape.height()).isEqualTo(TreeShape.MAX_HEIGHT);
    assertThat(shape.nodeCount(TreeShape.MAX_HEIGHT)).isEqualTo(1);
    assertThat(shape.leafBytes(shape.leafCount() - 1)).isEqualTo(LEAF);
  }

  private static MerkleRoot naiveRoot(byte[] content) {
    NodeHasher hasher = new NodeHasher();
    int leaves = (content.length + LEAF - 1) / LEAF;
    byte[][] nodes = new byte[1 << TreeShape.heightFor(leaves)][];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] =
          i < leaves
              ? hasher.leaf(content, i * LEAF, Math.min(LEAF, content.length - i * LEAF))
              : new byte[MerkleRoot.LENGTH];
    }
    while (nodes.length > 1) {
      byte[][] below = nodes;
      nodes = new byte[below.length / 2][];
      Arrays.setAll(nodes, i -> hasher.parent(below[2 * i], below[2 * i + 1]));
    }
    return new MerkleRoot(Bytes.copyOf(nodes[0]));
  }
}
