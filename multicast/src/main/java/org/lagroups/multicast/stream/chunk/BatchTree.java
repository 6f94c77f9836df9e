package org.lagroups.multicast.stream.chunk;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.lagroups.machine.Bytes;

/**
 * The Merkle tree of RFC 6962, section 2.1, over the payloads of a batch: hashes of leaves and of
 * inner nodes begin with different bytes, so that neither is taken for the other. Where a level has
 * an odd number of nodes, the last one rises as it is. Not for several threads at once.
 */
final class BatchTree {

  private static final int HASH = ChunkProof.HASH_BYTES;
  private static final byte LEAF = 0;
  private static final byte INNER = 1;

  private final MessageDigest digest = sha256();
  private final byte[] nodes = new byte[ChunkProof.MAX_BATCH * HASH];

  /**
   * Builds the tree.
   *
   * @param paths for each payload, room for its path; filled here
   * @return the root
   */
  Bytes build(List<Bytes> payloads, List<Path> paths) {
    for (int i = 0; i < payloads.size(); i++) {
      leaf(payloads.get(i), i * HASH);
    }
    int level = 0;
    for (int width = payloads.size(); width > 1; width = Math.ceilDiv(width, 2)) {
      for (int i = 0; i < payloads.size(); i++) {
        int sibling = i >> level ^ 1;
        if (sibling < width) {
          paths.get(i).append(nodes, sibling * HASH);
        }
      }
      for (int i = 0; i < width; i += 2) {
        if (i + 1 < width) {
          inner(nodes, i * HASH, nodes, (i + 1) * HASH, i / 2 * HASH);
        } else {
          System.arraycopy(nodes, i * HASH, nodes, i / 2 * HASH, HASH);
        }
      }
      level++;
    }
    return Bytes.copyOf(nodes, 0, HASH);
  }

  /**
   * The root that a payload and its path lead to.
   *
   * @param path of {@link #pathBytes}
   */
  Bytes root(Bytes payload, int index, int size, Bytes path) {
    leaf(payload, 0);
    byte[] siblings = path.toArray();
    int used = 0;
    int at = index;
    for (int width = size; width > 1; width = Math.ceilDiv(width, 2)) {
      int sibling = at ^ 1;
      if (sibling < width) {
        if (sibling < at) {
          inner(siblings, used, nodes, 0, 0);
        } else {
          inner(nodes, 0, siblings, used, 0);
        }
        used += HASH;
      }
      at >>= 1;
    }
    return Bytes.copyOf(nodes, 0, HASH);
  }

  /** How long the path of a leaf is. */
  static int pathBytes(int index, int size) {
    int bytes = 0;
    int at = index;
    for (int width = size; width > 1; width = Math.ceilDiv(width, 2)) {
      bytes += (at ^ 1) < width ? HASH : 0;
      at >>= 1;
    }
    return bytes;
  }

  private void leaf(Bytes payload, int target) {
    digest.update(LEAF);
    payload.addTo(digest);
    finish(target);
  }

  private void inner(byte[] left, int leftAt, byte[] right, int rightAt, int target) {
    digest.update(INNER);
    digest.update(left, leftAt, HASH);
    digest.update(right, rightAt, HASH);
    finish(target);
  }

  private void finish(int target) {
    try {
      digest.digest(nodes, target, HASH);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes are room for a SHA-256 hash", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Grows from the leaf upward. */
  static final class Path {

    private final byte[] hashes;
    private int length;

    Path(int index, int size) {
      hashes = new byte[pathBytes(index, size)];
    }

    /** The whole path, once it is complete. */
    Bytes bytes() {
      return Bytes.wrapOwned(hashes);
    }

    private void append(byte[] source, int from) {
      System.arraycopy(source, from, hashes, length, HASH);
      length += HASH;
    }
  }
}
