package org.lagroups.multicast.runtime.session;

import java.util.List;
import java.util.Optional;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.runtime.output.OutputCounts;
import org.lagroups.multicast.runtime.output.SeveralOutputs;
import org.lagroups.multicast.runtime.output.file.ChunkFile;
import org.lagroups.multicast.runtime.store.FileChunks;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.Chunk;

/** Where what is received goes: the store for others, and one's own outputs. */
final class Target {

  private final State state;
  private final ChunkStore store;
  private final Optional<KeptFile> file;
  private final Optional<Ordered> ordered;
  private final List<String> places;
  private final boolean isLive;
  private final int chunkBytes;
  private long doneBytes;
  private boolean hasTaken;
  private long lengthBytes;
  private boolean isFileDone;
  private boolean isOrderedDone;

  /** A file that is to get its name when it is whole. */
  record KeptFile(ChunkFile file) {}

  /** Outputs that get all in order. */
  record Ordered(SeveralOutputs outputs, Playout playout) {}

  /**
   * What has been opened.
   *
   * @param doneBytes that are there already
   */
  Target(
      State state,
      ChunkStore store,
      Optional<KeptFile> file,
      Optional<Ordered> ordered,
      List<String> places,
      StreamHeader header,
      long doneBytes) {
    this.state = state;
    this.store = store;
    this.file = file;
    this.ordered = ordered;
    this.places = List.copyOf(places);
    this.isLive = header.mode() == StreamMode.LIVE;
    this.chunkBytes = header.chunkBytes();
    this.doneBytes = doneBytes;
  }

  ChunkStore store() {
    return store;
  }

  List<String> places() {
    return places;
  }

  long doneBytes() {
    return doneBytes;
  }

  /** A chunk is in the store. */
  void taken(Chunk chunk) {
    hasTaken = true;
    doneBytes += chunk.payload().length();
    lengthBytes = Math.max(lengthBytes, chunk.sequence() * chunkBytes + chunk.payload().length());
  }

  /** All chunks below are in the store, or given up. */
  void advanced(long below) {
    ordered.ifPresent(all -> {
      if (isLive && !hasTaken) {
        all.playout().skipTo(below); // of a live stream that has begun before
      }
      all.playout().advanced(below);
    });
  }

  /**
   * All chunks are there, or given up.
   *
   * @param count how many the stream has
   */
  void finish(long count) {
    ordered.ifPresent(all -> all.playout().ends(count));
    file.ifPresent(kept -> kept.file().finish(lengthBytes, this::finished));
  }

  /** The outputs that get all in order take payloads again. */
  void hasRoom() {
    ordered.ifPresent(all -> all.playout().hasRoom());
  }

  /** The outputs that get all in order have ended, or nobody reads them any more. */
  void orderedDone() {
    isOrderedDone = true;
  }

  /** Whether all that came has gone where it should, or nobody wants it any more. */
  boolean isDone() {
    return (isFileDone || isLive || file.isEmpty()) && (ordered.isEmpty() || isOrderedDone);
  }

  /** Whether an output that gets all in order has not taken all that there is. */
  boolean isGoingOut() {
    return ordered.isPresent() && !isOrderedDone;
  }

  /** What has become of it at the outputs that get all in order. */
  OutputCounts counts() {
    return ordered.map(all -> all.outputs().counts()).orElse(OutputCounts.NONE);
  }

  /** Nothing more comes, though the stream has not ended: what came goes out. */
  void cutOff() {
    ordered.ifPresent(all -> all.outputs().end());
  }

  void close() {
    ordered.ifPresent(all -> all.outputs().close());
    if (store instanceof FileChunks chunks) {
      chunks.close();
    }
  }

  private void finished(ChunkFile.Finish finish) {
    switch (finish) {
      case ChunkFile.Finish.Done _ -> isFileDone = true;
      case ChunkFile.Finish.Incomplete missing ->
          throw new IllegalStateException("chunks are missing: " + missing.missing());
      case ChunkFile.Finish.Failed failed -> state.fail(failed.problem());
    }
  }
}
