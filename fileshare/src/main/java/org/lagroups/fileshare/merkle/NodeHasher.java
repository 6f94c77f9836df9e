package org.lagroups.fileshare.merkle;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes leaves and inner nodes. Not for several threads at once. */
final class NodeHasher {

  /** Length of a node's hash in bytes. */
  static final int HASH = MerkleRoot.LENGTH;

  private static final byte[][] PADDING = padding();

  private final MessageDigest digest = sha256();

  /** The hash of a leaf. */
  byte[] leaf(byte[] content, int from, int length) {
    digest.update(content, from, length);
    return digest.digest();
  }

  /** The hash of a leaf. */
  byte[] leaf(ByteBuffer content) {
    digest.update(content);
    return digest.digest();
  }

  /** The hash of the node above two nodes. */
  byte[] parent(byte[] left, byte[] right) {
    digest.update(left);
    digest.update(right);
    return digest.digest();
  }

  /** Replaces neighbours in {@code nodes} by their parents, in place, and returns how many. */
  int foldPairs(byte[] nodes, int count) {
    for (int i = 0; i < count / 2; i++) {
      digest.update(nodes, 2 * i * HASH, 2 * HASH);
      try {
        digest.digest(nodes, i * HASH, HASH);
      } catch (DigestException e) {
        throw new IllegalStateException("32 bytes are room for a SHA-256 hash", e);
      }
    }
    return count / 2;
  }

  /** The hash of a node with no content below it. */
  static byte[] padding(int height) {
    return PADDING[height];
  }

  private static byte[][] padding() {
    byte[][] hashes = new byte[TreeShape.MAX_HEIGHT + 1][];
    hashes[0] = new byte[HASH];
    NodeHasher hasher = new NodeHasher();
    for (int height = 1; height < hashes.length; height++) {
      hashes[height] = hasher.parent(hashes[height - 1], hashes[height - 1]);
    }
    return hashes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
