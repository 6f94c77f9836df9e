package org.lagroups.wormguard.inspect;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.engine.StreamNotes;
import org.lagroups.wormguard.flow.Direction;

/**
 * What is kept of streams between their parts: the window, and up to where which rules held. One
 * stream is open at a time.
 */
final class KeptStreams implements StreamNotes {

  private static final Direction[] BOTH_WAYS = Direction.values();

  private final StreamWindows windows;
  private final Marks held;
  private final int windowBytes;
  private int stream;
  private boolean isFull;
  private boolean hasHeld;

  KeptStreams(int maxFlows, int maxWindows, int windowBytes, int maxMarks) {
    int streams = maxFlows * BOTH_WAYS.length;
    this.windows = new StreamWindows(streams, maxWindows, windowBytes);
    this.held = new Marks(streams, maxMarks);
    this.windowBytes = windowBytes;
  }

  /** Opens a stream with its next bytes. */
  StreamWindows open(
      int flow, Direction way, MemorySegment memory, long offset, int length, int place) {
    stream = stream(flow, way);
    isFull = false;
    hasHeld = false;
    windows.open(stream, memory, offset, length, place);
    return windows;
  }

  /**
   * Keeps what the next part is judged with. Where a rule that held could not be noted, that is
   * nothing: rather is something missed that lies across parts than told twice.
   *
   * @param bytes how many may matter
   */
  void close(int bytes) {
    if (isFull) {
      windows.forget(stream);
      held.clear(stream);
      return;
    }
    // What alerted is known when it is sent again only as long as its bytes are here.
    windows.keep(stream, hasHeld ? windowBytes : Math.min(bytes, windowBytes));
  }

  /** Something of a stream, so that it is in the processor's cache. */
  int touch(int itsNumber) {
    return windows.touch(itsNumber);
  }

  /** Whether bytes are known to be those of a stream at a place. */
  boolean has(int flow, Direction way, MemorySegment memory, long offset, int length, long place) {
    return windows.has(stream(flow, way), memory, offset, length, place);
  }

  /** Forgets what came before a gap. */
  void cut(int flow, Direction way) {
    windows.forget(stream(flow, way));
  }

  /** Forgets both streams of a flow. */
  void forget(int flow) {
    for (Direction way : BOTH_WAYS) {
      forget(flow, way);
    }
  }

  /** Forgets one of them. */
  void forget(int flow, Direction way) {
    windows.forget(stream(flow, way));
    held.clear(stream(flow, way));
  }

  /** How many streams lost their window to others. */
  long windowsLost() {
    return windows.lost();
  }

  @Override
  public int heldUntil(long rule) {
    return Math.max(0, held.get(stream, rule));
  }

  @Override
  public void held(long rule, int place) {
    // Those of before the window are of no use any more: there is nothing that they are about.
    held.removeUpTo(stream, windows.begin());
    hasHeld = true;
    isFull |= !held.put(stream, rule, place);
  }

  private static int stream(int flow, Direction way) {
    return flow * BOTH_WAYS.length + way.index();
  }
}
