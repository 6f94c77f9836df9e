package org.lagroups.multicast.runtime.output.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.chunk.BatchSeal;
import org.lagroups.node.disk.EntryMap;
import org.lagroups.node.disk.FinalPlace;

/** A file that grows chunk by chunk under a temporary name. Used by one thread; blocks. */
final class GrowingChunks implements Closeable {

  /** How long a note is. */
  static final int NOTE_BYTES = BatchSeal.ENCODED_BYTES;

  private static final int ENTRY_BYTES = Integer.BYTES;
  private static final int CHUNKS_AT_ONCE = 64;
  private static final ByteBuffer ABSENT = ByteBuffer.allocate(ENTRY_BYTES).asReadOnlyBuffer();

  private final ChunkLayout layout;
  private final PartNames names;
  private final FileChannel content;
  private final EntryMap map;
  private final NoteLog notes;
  private final BitSet chunks;

  private GrowingChunks(
      ChunkLayout layout, PartNames names, FileChannel content, EntryMap map, NoteLog notes)
      throws IOException {
    this.layout = layout;
    this.names = names;
    this.content = content;
    this.map = map;
    this.notes = notes;
    this.chunks = present();
  }

  /** Begins it, or goes on with what there is; nothing if another is at it. */
  static Optional<GrowingChunks> open(ChunkLayout layout, PartNames names) throws IOException {
    EntryMap map = EntryMap.open(names.map(), layout.header(), ENTRY_BYTES);
    try {
      if (!map.lock()) {
        map.close();
        return Optional.empty();
      }
      FileChannel content =
          FileChannel.open(
              names.part(),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              LinkOption.NOFOLLOW_LINKS);
      try {
        return Optional.of(withNotes(layout, names, content, map));
      } catch (IOException e) {
        content.close();
        throw e;
      }
    } catch (IOException e) {
      map.close();
      throw e;
    }
  }

  private static GrowingChunks withNotes(
      ChunkLayout layout, PartNames names, FileChannel content, EntryMap map) throws IOException {
    NoteLog notes = NoteLog.open(names.notes(), NOTE_BYTES);
    try {
      return new GrowingChunks(layout, names, content, map, notes);
    } catch (IOException e) {
      notes.close();
      throw e;
    }
  }

  /** Which chunks are there. */
  BitSet chunks() {
    return (BitSet) chunks.clone();
  }

  /** What was noted before it was opened. */
  List<Bytes> notes() {
    return notes.notes();
  }

  /** Keeps a note of {@link #NOTE_BYTES} as long as the file is not whole. */
  void note(Bytes note) throws IOException {
    notes.add(note);
  }

  /** How many bytes are still to come, as far as is known. */
  long missingBytes() {
    return layout.lengthBytes().isEmpty()
        ? 0
        : layout.lengthBytes().getAsLong() - (long) chunks.cardinality() * layout.chunkBytes();
  }

  /** Whether it can still be found under its temporary name. */
  boolean isThere() {
    return Files.exists(names.part(), LinkOption.NOFOLLOW_LINKS);
  }

  /** The content first, then the note that it is there. */
  void write(int chunk, Bytes payload) throws IOException {
    if (!chunks.get(chunk)) {
      EntryMap.writeFully(content, payload.asReadOnlyBuffer(), layout.offsetOf(chunk));
      map.put(chunk, entry(payload.asReadOnlyBuffer()));
      chunks.set(chunk);
    }
  }

  /** A chunk that is there. */
  Optional<Bytes> read(int chunk) throws IOException {
    if (!chunks.get(chunk)) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.allocate(layout.bytesOf(chunk));
    fill(buffer, layout.offsetOf(chunk));
    return Optional.of(Bytes.copyOf(buffer.array(), 0, buffer.position()));
  }

  /** Moves the whole into place, where it can still be read; or says which chunks are missing. */
  BitSet finish(long lengthBytes) throws IOException {
    int count = layout.withLength(lengthBytes).chunkCount();
    BitSet missing = new BitSet();
    missing.set(0, count);
    missing.andNot(chunks);
    if (missing.isEmpty() && content.size() < lengthBytes) { // the last is too short
      map.remove(count - 1);
      chunks.clear(count - 1);
      missing.set(count - 1);
    }
    if (!missing.isEmpty()) {
      return missing;
    }
    content.truncate(lengthBytes);
    content.force(true);
    FinalPlace.take(names.part(), names.place());
    map.close();
    notes.close();
    deleteParts();
    FinalPlace.forceFolder(names.place());
    return missing;
  }

  /** Closes it and deletes it. */
  void discard() throws IOException {
    close();
    deleteParts();
  }

  @Override
  public void close() throws IOException {
    content.close();
    map.close();
    notes.close();
  }

  private void deleteParts() throws IOException {
    Files.deleteIfExists(names.part());
    Files.deleteIfExists(names.map());
    Files.deleteIfExists(names.notes());
  }

  /** Which chunks are as noted; the map forgets the others. */
  private BitSet present() throws IOException {
    BitSet present = new BitSet();
    ByteBuffer buffer = ByteBuffer.allocate(layout.chunkBytes());
    int count = Math.min(layout.chunkCount(), map.length());
    for (int first = 0; first < count; first += CHUNKS_AT_ONCE) {
      ByteBuffer entries =
          ByteBuffer.wrap(map.entries(first, Math.min(CHUNKS_AT_ONCE, count - first)));
      for (int i = 0; entries.hasRemaining(); i++) {
        ByteBuffer noted = entries.slice(entries.position(), ENTRY_BYTES);
        entries.position(entries.position() + ENTRY_BYTES);
        if (!noted.equals(ABSENT) && !isAsNoted(first + i, noted, buffer)) {
          map.remove(first + i);
        } else if (!noted.equals(ABSENT)) {
          present.set(first + i);
        }
      }
    }
    return present;
  }

  private boolean isAsNoted(int chunk, ByteBuffer noted, ByteBuffer buffer) throws IOException {
    fill(buffer.clear().limit(layout.bytesOf(chunk)), layout.offsetOf(chunk));
    return entry(buffer.flip()).equals(noted);
  }

  /** Fewer bytes at the end of the file. */
  private void fill(ByteBuffer into, long at) throws IOException {
    int more = content.read(into, at);
    while (more > 0 && into.hasRemaining()) {
      more = content.read(into, at + into.position());
    }
  }

  /**
   * A check sum, against what a disk may lose when the power fails; the chunk itself was checked
   * when it came. In the rare case that it is 0 the chunk is fetched again.
   */
  private static ByteBuffer entry(ByteBuffer payload) {
    CRC32C sum = new CRC32C();
    sum.update(payload);
    return ByteBuffer.allocate(ENTRY_BYTES).putInt((int) sum.getValue()).flip();
  }
}
