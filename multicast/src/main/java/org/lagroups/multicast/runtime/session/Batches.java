package org.lagroups.multicast.runtime.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.BatchSigner;
import org.lagroups.multicast.stream.chunk.ChunkCutter;
import org.lagroups.multicast.stream.chunk.ChunkProof;

/** Makes batches of payloads out of what an input gives. */
final class Batches {

  private final ChunkCutter cutter;
  private final boolean isLive;
  private final int most;
  private final Deque<Bytes> cut = new ArrayDeque<>();
  private boolean isEnded;

  Batches(StreamHeader header) {
    this.cutter = new ChunkCutter(header);
    this.isLive = header.mode() == StreamMode.LIVE;
    this.most = isLive ? ChunkProof.MAX_BATCH : BatchSigner.FILE_BATCH;
  }

  /** A piece of the input. */
  void add(Bytes piece) {
    cut.addAll(cutter.add(piece.toArray(), 0, piece.length()));
  }

  /** What has waited goes, even if its chunk is not full. */
  void flush() {
    addUnlessEmpty(cutter.flush());
  }

  /** The input has ended. */
  void end() {
    if (!isEnded) {
      isEnded = true;
      addUnlessEmpty(cutter.finish());
    }
  }

  boolean isEnded() {
    return isEnded;
  }

  /** Whether a file's next batch is there, and more than that is not needed. */
  boolean isEnough() {
    return cut.size() > most;
  }

  /** The last chunk waits for the end of the input, so that the last batch is never empty. */
  boolean isReady() {
    return isEnded || (isLive ? !cut.isEmpty() : cut.size() > most);
  }

  /** The next payloads; one that is empty if there is nothing but the end. */
  List<Bytes> next() {
    List<Bytes> payloads = new ArrayList<>(most);
    while (payloads.size() < most && !cut.isEmpty()) {
      payloads.add(cut.remove());
    }
    if (payloads.isEmpty()) {
      payloads.add(Bytes.EMPTY);
    }
    return payloads;
  }

  /** Whether all has been taken, and nothing more comes. */
  boolean isOver() {
    return isEnded && cut.isEmpty();
  }

  private void addUnlessEmpty(Bytes payload) {
    if (!payload.isEmpty()) {
      cut.add(payload);
    }
  }
}
