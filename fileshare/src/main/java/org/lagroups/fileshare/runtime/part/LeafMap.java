package org.lagroups.fileshare.runtime.part;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.part.Target;
import org.lagroups.machine.Bytes;

/**
 * Which leaves of a growing file are there, as a small file beside it: a header that names the
 * content, then 32 bytes a leaf, its hash or zeros.
 */
final class LeafMap implements Closeable {

  private static final byte[] MAGIC = "LAGPART1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = MAGIC.length + MerkleRoot.LENGTH + Long.BYTES;
  private static final int HASH = MerkleRoot.LENGTH;

  private final FileChannel channel;
  private final ByteBuffer header;

  private LeafMap(FileChannel channel, ByteBuffer header) {
    this.channel = channel;
    this.header = header;
  }

  /** Opens or makes it. One of other content, or damaged, begins empty. */
  static LeafMap open(Path file, Target target) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            LinkOption.NOFOLLOW_LINKS);
    LeafMap map = new LeafMap(channel, header(target));
    try {
      if (!map.hasHeader()) {
        map.clear();
      }
      return map;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** How many leaves, counted from the first, may be noted; the others are not there. */
  int length() throws IOException {
    long noted = Math.max(0, channel.size() - HEADER_BYTES + HASH - 1) / HASH;
    return (int) Math.min(Integer.MAX_VALUE, noted);
  }

  /** The hashes of consecutive leaves; zeros where a leaf is not there. */
  byte[] hashes(LeafRange range) throws IOException {
    ByteBuffer hashes = ByteBuffer.allocate(range.count() * HASH);
    readFully(hashes, position(range.first()));
    return hashes.array();
  }

  /** Notes leaves that have been written. */
  void put(LeafRange range, Bytes hashes) throws IOException {
    writeFully(channel, hashes.asReadOnlyBuffer(), position(range.first()));
  }

  /** Notes that a leaf is not there after all. */
  void remove(int leaf) throws IOException {
    writeFully(channel, ByteBuffer.allocate(HASH), position(leaf));
  }

  /** Notes that no leaf is there. */
  void clear() throws IOException {
    channel.truncate(0);
    writeFully(channel, header.duplicate(), 0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
  }

  private boolean hasHeader() throws IOException {
    ByteBuffer found = ByteBuffer.allocate(HEADER_BYTES);
    readFully(found, 0);
    return found.flip().equals(header);
  }

  /** What is beyond the end of the file reads as zeros. */
  private void readFully(ByteBuffer into, long at) throws IOException {
    long position = at;
    int read = channel.read(into, position);
    while (read > 0) {
      position += read;
      read = into.hasRemaining() ? channel.read(into, position) : 0;
    }
    into.position(into.limit());
  }

  private static long position(int leaf) {
    return HEADER_BYTES + (long) leaf * HASH;
  }

  private static ByteBuffer header(Target target) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.put(MAGIC);
    header.put(target.root().hash().asReadOnlyBuffer());
    header.putLong(target.shape().lengthBytes());
    return header.flip();
  }
}
