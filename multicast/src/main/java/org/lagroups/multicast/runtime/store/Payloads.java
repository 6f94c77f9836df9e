package org.lagroups.multicast.runtime.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.chunk.BatchSeal;
import org.lagroups.multicast.stream.chunk.Chunk;

/** The payloads of a file's chunks, on a disk. Used on the loop, which it never blocks. */
public interface Payloads extends AutoCloseable {

  /** Keeps a chunk, if it is not there anyway. There is room. */
  void write(Chunk chunk);

  /** Keeps what a batch was signed with, if it would be forgotten otherwise. */
  default void note(BatchSeal seal) {}

  /** Whether one more chunk can be written now. */
  boolean hasRoom();

  /**
   * Reads a payload.
   *
   * @param then called once, on the loop; with nothing if it is not there
   */
  void read(long sequence, Consumer<Optional<Bytes>> then);

  /** Lets go of it. */
  @Override
  void close();
}
