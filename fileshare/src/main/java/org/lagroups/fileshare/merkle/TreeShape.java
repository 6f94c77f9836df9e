package org.lagroups.fileshare.merkle;

/**
 * The shape of a file's tree, which follows from the file's length: leaves of {@link #LEAF_BYTES},
 * the last possibly shorter, padded to a power of two with leaves that hash to zeros (BEP 52).
 *
 * <p>A node is named by its height, 0 for leaves, and its index among the nodes of that height.
 *
 * @param lengthBytes the file's length, 1 to {@link #MAX_FILE_BYTES}
 */
public record TreeShape(long lengthBytes) {

  /** Length of a leaf in bytes. */
  public static final int LEAF_BYTES = 16 * 1024;

  /** The greatest height. */
  public static final int MAX_HEIGHT = 30;

  /** The longest file in bytes: 16 TiB. */
  public static final long MAX_FILE_BYTES = (long) LEAF_BYTES << MAX_HEIGHT;

  public TreeShape {
    if (!isPossible(lengthBytes)) {
      throw new IllegalArgumentException(
          "a file with a tree has 1 byte to 16 TiB, not " + lengthBytes);
    }
  }

  /** Whether a file of this length has a tree. */
  public static boolean isPossible(long lengthBytes) {
    return lengthBytes >= 1 && lengthBytes <= MAX_FILE_BYTES;
  }

  /** How many leaves hold content. */
  public int leafCount() {
    return (int) ((lengthBytes + LEAF_BYTES - 1) / LEAF_BYTES);
  }

  /** The root's height. */
  public int height() {
    return heightFor(leafCount());
  }

  /** How many nodes of a height have content below them. */
  public int nodeCount(int height) {
    return (int) (((long) leafCount() + (1L << height) - 1) >> height);
  }

  /** Length of a leaf in bytes. */
  public int leafBytes(int leaf) {
    return (int) Math.min(LEAF_BYTES, lengthBytes - offsetOf(leaf));
  }

  /** Where a leaf begins in the file. */
  public long offsetOf(int leaf) {
    return (long) leaf * LEAF_BYTES;
  }

  /** Whether all leaves of the range are leaves of this tree. */
  public boolean contains(LeafRange range) {
    return range.end() <= leafCount();
  }

  /** Length of a range's content in bytes; {@code range} has to be within the tree. */
  public int bytesOf(LeafRange range) {
    return (int) (Math.min(lengthBytes, offsetOf(range.end())) - offsetOf(range.first()));
  }

  /** The height of a tree over so many leaves: the least with room for them. */
  static int heightFor(int leaves) {
    return leaves <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(leaves - 1);
  }
}
