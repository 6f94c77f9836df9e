package org.lagroups.node.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lagroups.machine.Bytes;

/**
 * Notes about the parts of a growing file, as a small file beside it: a header that names the
 * content, then an entry of fixed length for each part; zeros where a part is not there. Used by
 * one thread at a time; blocks.
 */
public final class EntryMap implements Closeable {

  private final FileChannel channel;
  private final Bytes header;
  private final int entryBytes;

  private EntryMap(FileChannel channel, Bytes header, int entryBytes) {
    this.channel = channel;
    this.header = header;
    this.entryBytes = entryBytes;
  }

  /** Opens or makes it. One with another header, or damaged, begins empty. */
  public static EntryMap open(Path file, Bytes header, int entryBytes) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            LinkOption.NOFOLLOW_LINKS);
    EntryMap map = new EntryMap(channel, header, entryBytes);
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

  /**
   * Keeps others, in this process or another, from having it until it is closed; false: one has.
   */
  public boolean lock() throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** How many parts, counted from the first, may be noted; the others are not there. */
  public int length() throws IOException {
    long noted = Math.max(0, channel.size() - header.length() + entryBytes - 1) / entryBytes;
    return (int) Math.min(Integer.MAX_VALUE, noted);
  }

  /** The entries of {@code count} parts from {@code first} on, one after the other. */
  public byte[] entries(int first, int count) throws IOException {
    ByteBuffer entries = ByteBuffer.allocate(count * entryBytes);
    readFully(entries, position(first));
    return entries.array();
  }

  /** Notes entries of consecutive parts that have been written, from {@code first} on. */
  public void put(int first, ByteBuffer entries) throws IOException {
    writeFully(channel, entries, position(first));
  }

  /** Notes that a part is not there after all. */
  public void remove(int part) throws IOException {
    writeFully(channel, ByteBuffer.allocate(entryBytes), position(part));
  }

  /** Notes that no part is there. */
  public void clear() throws IOException {
    channel.truncate(0);
    writeFully(channel, header.asReadOnlyBuffer(), 0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Writes all of {@code bytes}, from {@code at} on. */
  public static void writeFully(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
  }

  private boolean hasHeader() throws IOException {
    ByteBuffer found = ByteBuffer.allocate(header.length());
    readFully(found, 0);
    return found.flip().equals(header.asReadOnlyBuffer());
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

  private long position(int part) {
    return header.length() + (long) part * entryBytes;
  }
}
