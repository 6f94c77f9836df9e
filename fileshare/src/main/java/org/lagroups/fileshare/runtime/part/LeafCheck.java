package org.lagroups.fileshare.runtime.part;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeBuilder;
import org.lagroups.fileshare.merkle.TreeShape;

/** Reads files back, to see whether they are what they should be. */
final class LeafCheck {

  private static final int LEAVES_AT_ONCE = 64;
  private static final int HASH = MerkleRoot.LENGTH;

  private LeafCheck() {}

  /** Which leaves of {@code content} are as {@code map} says; the map forgets the others. */
  static BitSet present(TreeShape shape, FileChannel content, LeafMap map) throws IOException {
    BitSet present = new BitSet();
    ByteBuffer buffer = ByteBuffer.allocate(LEAVES_AT_ONCE * TreeShape.LEAF_BYTES);
    int count = Math.min(shape.leafCount(), map.length());
    for (int first = 0; first < count; first += LEAVES_AT_ONCE) {
      LeafRange range = new LeafRange(first, Math.min(LEAVES_AT_ONCE, count - first));
      byte[] hashes = map.hashes(range);
      if (!isZero(hashes, 0, hashes.length)) {
        buffer.clear().limit(shape.bytesOf(range));
        read(content, buffer, shape.offsetOf(first));
        compare(shape, range, buffer, hashes, map, present);
      }
    }
    return present;
  }

  /** Whether the file has exactly this content. */
  static boolean isWhole(Path file, TreeShape shape, MerkleRoot root) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != shape.lengthBytes()) {
      return false;
    }
    TreeBuilder builder = new TreeBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(LEAVES_AT_ONCE * TreeShape.LEAF_BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(buffer) >= 0) {
        builder.update(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
    }
    return builder.finish().root().equals(root);
  }

  private static void compare(
      TreeShape shape,
      LeafRange range,
      ByteBuffer content,
      byte[] hashes,
      LeafMap map,
      BitSet present)
      throws IOException {
    MessageDigest sha256 = sha256();
    int at = 0;
    for (int i = 0; i < range.count(); i++) {
      int leaf = range.first() + i;
      int length = Math.min(shape.leafBytes(leaf), Math.max(0, content.position() - at));
      if (!isZero(hashes, i * HASH, (i + 1) * HASH)) {
        sha256.update(content.slice(at, length));
        byte[] found = sha256.digest();
        if (Arrays.equals(found, 0, HASH, hashes, i * HASH, (i + 1) * HASH)) {
          present.set(leaf);
        } else {
          map.remove(leaf);
        }
      }
      at += length;
    }
  }

  private static void read(FileChannel channel, ByteBuffer into, long at) throws IOException {
    int more = channel.read(into, at);
    while (more > 0) {
      more = channel.read(into, at + into.position());
    }
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
