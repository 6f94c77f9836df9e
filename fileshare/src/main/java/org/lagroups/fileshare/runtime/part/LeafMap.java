package org.lagroups.fileshare.runtime.part;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.part.Target;
import org.lagroups.machine.Bytes;
import org.lagroups.node.disk.EntryMap;

/**
 * Which leaves of a growing file are there, as a small file beside it: a header that names the
 * content, then 32 bytes a leaf, its hash or zeros.
 */
final class LeafMap implements Closeable {

  private static final byte[] MAGIC = "LAGPART1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = MAGIC.length + MerkleRoot.LENGTH + Long.BYTES;

  private final EntryMap map;

  private LeafMap(EntryMap map) {
    this.map = map;
  }

  /** Opens or makes it. One of other content, or damaged, begins empty. */
  static LeafMap open(Path file, Target target) throws IOException {
    return new LeafMap(EntryMap.open(file, header(target), MerkleRoot.LENGTH));
  }

  /** How many leaves, counted from the first, may be noted; the others are not there. */
  int length() throws IOException {
    return map.length();
  }

  /** The hashes of consecutive leaves; zeros where a leaf is not there. */
  byte[] hashes(LeafRange range) throws IOException {
    return map.entries(range.first(), range.count());
  }

  /** Notes leaves that have been written. */
  void put(LeafRange range, Bytes hashes) throws IOException {
    map.put(range.first(), hashes.asReadOnlyBuffer());
  }

  /** Notes that a leaf is not there after all. */
  void remove(int leaf) throws IOException {
    map.remove(leaf);
  }

  /** Notes that no leaf is there. */
  void clear() throws IOException {
    map.clear();
  }

  @Override
  public void close() throws IOException {
    map.close();
  }

  private static Bytes header(Target target) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.put(MAGIC);
    header.put(target.root().hash().asReadOnlyBuffer());
    header.putLong(target.shape().lengthBytes());
    return Bytes.wrapOwned(header.array());
  }
}
