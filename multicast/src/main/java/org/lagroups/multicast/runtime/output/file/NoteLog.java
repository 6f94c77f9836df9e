package org.lagroups.multicast.runtime.output.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.lagroups.machine.Bytes;
import org.lagroups.node.disk.EntryMap;

/**
 * A file of notes of one length, each with a check sum, to which notes are only added. One that a
 * crash or a disk has spoiled is passed over. Used by one thread; blocks.
 */
final class NoteLog implements Closeable {

  private static final int NOTES_AT_ONCE = 1_024;

  private final FileChannel channel;
  private final int recordBytes;
  private final List<Bytes> notes = new ArrayList<>();
  private long end;

  private NoteLog(FileChannel channel, int noteBytes) {
    this.channel = channel;
    this.recordBytes = noteBytes + Integer.BYTES;
  }

  /** Begins it, or reads what there is. */
  static NoteLog open(Path path, int noteBytes) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            LinkOption.NOFOLLOW_LINKS);
    NoteLog log = new NoteLog(channel, noteBytes);
    try {
      log.read();
      return log;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** What was there when it was opened, in order. */
  List<Bytes> notes() {
    return List.copyOf(notes);
  }

  void add(Bytes note) throws IOException {
    ByteBuffer record = ByteBuffer.allocate(recordBytes);
    record.put(note.asReadOnlyBuffer()).putInt(sum(note.asReadOnlyBuffer()));
    EntryMap.writeFully(channel, record.flip(), end);
    end += recordBytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** What is too short at the end is written over. */
  private void read() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(NOTES_AT_ONCE * recordBytes);
    long whole = channel.size() / recordBytes * recordBytes;
    while (end < whole) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), whole - end));
      int more = channel.read(buffer, end);
      while (more > 0 && buffer.hasRemaining()) {
        more = channel.read(buffer, end + buffer.position());
      }
      if (buffer.flip().remaining() < recordBytes) {
        return; // somebody has made it shorter meanwhile
      }
      while (buffer.remaining() >= recordBytes) {
        take(buffer.slice(buffer.position(), recordBytes));
        buffer.position(buffer.position() + recordBytes);
        end += recordBytes;
      }
    }
  }

  private void take(ByteBuffer record) {
    int noteBytes = recordBytes - Integer.BYTES;
    if (record.getInt(noteBytes) == sum(record.slice(0, noteBytes))) {
      byte[] note = new byte[noteBytes];
      record.get(note);
      notes.add(Bytes.wrapOwned(note));
    }
  }

  private static int sum(ByteBuffer note) {
    CRC32C sum = new CRC32C();
    sum.update(note);
    return (int) sum.getValue();
  }
}
