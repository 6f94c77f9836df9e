package org.lagroups.multicast.runtime.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.output.file.ChunkFile;
import org.lagroups.multicast.stream.chunk.BatchSeal;
import org.lagroups.multicast.stream.chunk.Chunk;

/** The file that is being received. */
public final class ReceivedFile implements Payloads {

  private final ChunkFile file;
  private final boolean isKept;

  /**
   * Chunks go into {@code file}.
   *
   * @param isKept whether what is there is kept in the end
   */
  public ReceivedFile(ChunkFile file, boolean isKept) {
    this.file = file;
    this.isKept = isKept;
  }

  /** An empty chunk only ends a stream. */
  @Override
  public void write(Chunk chunk) {
    if (!chunk.payload().isEmpty()) {
      var _ = file.write(chunk.sequence(), chunk.payload());
    }
  }

  @Override
  public void note(BatchSeal seal) {
    file.note(seal);
  }

  @Override
  public boolean hasRoom() {
    return file.hasRoom();
  }

  @Override
  public void read(long sequence, Consumer<Optional<Bytes>> then) {
    file.read(sequence, then);
  }

  @Override
  public void close() {
    if (isKept) {
      file.close();
    } else {
      file.discard();
    }
  }
}
