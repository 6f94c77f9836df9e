package org.lagroups.wormguard.flow.stream;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowEnd;
import org.lagroups.wormguard.flow.FlowListener;
import org.lagroups.wormguard.flow.FlowNotes;
import org.lagroups.wormguard.flow.FlowPhase;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.TcpHeader;

/**
 * The streams of all TCP flows of a table, whose listener this has to be.
 *
 * <p>All memory is taken at the start: what the settings say, and 32 bytes for each flow.
 */
public final class Streams implements FlowListener {

  /** How many pieces of a stream may wait, as one packet can make all of them known. */
  static final int MOST_PIECES = 64;

  private static final Direction[] DIRECTIONS = Direction.values();

  private final StreamSettings settings;
  private final StreamListener listener;
  private final Waiting waiting;
  private final FlowNotes notes;
  private final FlowNotes.OfStreams told;
  private final StreamCounts counts = new StreamCounts();
  private boolean isStreamed;

  /**
   * With no streams.
   *
   * @param notes for as many flows as the table has room for
   */
  public Streams(StreamSettings settings, FlowNotes notes, StreamListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.notes = notes;
    this.waiting = new Waiting(notes, settings.maxBytes());
    this.told = notes.ofStreams(0);
  }

  /**
   * Takes a packet, and tells the listener what it makes known of its flow's streams.
   *
   * @param table which has just seen it
   * @param flow what the table said
   * @return whether its whole payload is a part of a stream: told now, earlier or later, with the
   *     same bytes
   */
  public boolean take(FlowTable table, int flow, Packet packet) {
    if (flow == FlowTable.NONE || !packet.isTcp() || table.isFromMiddle(flow)) {
      return false;
    }
    Direction way = table.direction();
    isStreamed = false;
    if (packet.payloadLength() > 0) {
      takeData(table, flow, way, packet);
    }
    Direction back = way.reverse();
    if ((packet.tcp().flags() & TcpHeader.ACK) != 0 && table.hasSyn(flow, back)) {
      long acknowledged = packet.tcp().acknowledgement();
      giveUpUntil(stream(flow, back), place(table, flow, back, acknowledged));
    }
    if (table.isReset(flow) && table.phaseBefore() != FlowPhase.CLOSED) {
      giveUpAll(flow);
    }
    return isStreamed;
  }

  @Override
  public void begun(int flow) {
    for (Direction way : DIRECTIONS) {
      told.put(stream(flow, way), 0);
    }
  }

  /** What waits is told first, as it may have been taken after all. */
  @Override
  public void restarted(int flow, Direction way) {
    int stream = stream(flow, way);
    giveUpUntil(stream, Waiting.NOTHING - 1);
    told.put(stream, 0);
    listener.restarted(flow, way);
  }

  @Override
  public void ended(int flow, FlowEnd why) {
    giveUpAll(flow);
  }

  public StreamCounts counts() {
    return counts;
  }

  /** Memory that what waits takes now. */
  public int bytesWaiting() {
    return waiting.pool().usedPages() * PagePool.PAGE_BYTES;
  }

  /** All memory that was taken. */
  public long memoryBytes() {
    long streams = (long) notes.maxFlows() * DIRECTIONS.length;
    return streams * (Waiting.bytesPerStream() + Integer.BYTES) + settings.maxBytes();
  }

  private void takeData(FlowTable table, int flow, Direction way, Packet packet) {
    if (!table.hasSyn(flow, way)) {
      counts.count(SegmentFate.WITHOUT_SYN);
      return;
    }
    long first = packet.tcp().sequence() + ((packet.tcp().flags() & TcpHeader.SYN) == 0 ? 0 : 1);
    long offset = place(table, flow, way, first);
    SegmentFate fate =
        data(
            stream(flow, way),
            offset,
            packet.frame(),
            packet.payloadOffset(),
            packet.payloadLength());
    counts.count(fate);
  }

  /** Where in its stream a sequence number is, within 2 GiB either way of its beginning. */
  private static int place(FlowTable table, int flow, Direction way, long sequence) {
    return (int) sequence - table.initialSequence(flow, way) - 1;
  }

  private SegmentFate data(int stream, long offset, MemorySegment from, long at, int length) {
    int next = told.get(stream);
    long end = offset + length;
    if (next >= settings.depthBytes() || offset >= settings.depthBytes()) {
      return SegmentFate.TOO_DEEP;
    }
    boolean isKnown = isKnown(stream, offset, from, at, (int) Math.min(length, next - offset));
    if (end <= next) {
      noteStreamed(isKnown);
      return SegmentFate.REPEATED;
    }
    if (offset > next && end > next + (long) settings.maxAheadBytes()) {
      return SegmentFate.TOO_FAR;
    }
    int until = (int) end;
    if (offset <= next && until <= waiting.firstFrom(stream, next)) {
      noteStreamed(isKnown);
      tell(stream, from, at + next - offset, until - next);
      tellWaiting(stream);
      return SegmentFate.IN_ORDER;
    }
    return keep(stream, offset, until, from, at, isKnown);
  }

  /** Whether the bytes of a segment before what comes next, if there are any, were told as such. */
  private boolean isKnown(int stream, long offset, MemorySegment from, long at, int length) {
    return length <= 0
        || (offset >= 0 && listener.isTold(flow(stream), way(stream), from, at, length, offset));
  }

  private void noteStreamed(boolean isSo) {
    isStreamed = isSo;
    if (isSo) {
      listener.streamed();
    }
  }

  private SegmentFate keep(
      int stream, long offset, int until, MemorySegment from, long at, boolean isKnown) {
    int next = told.get(stream);
    int before = (int) Math.max(offset, next);
    if (before > next
        && !waiting.has(stream, before - 1)
        && waiting.pieces(stream, next) >= MOST_PIECES) {
      return SegmentFate.TOO_SCATTERED;
    }
    makeRoom(Waiting.pagesFor(before, until - before));
    int first = (int) Math.max(offset, told.get(stream));
    if (first >= until) {
      return SegmentFate.REPEATED;
    }
    boolean isSame = waiting.put(stream, first, from, at + first - offset, until - first);
    // If its own stream was given up to make room, bytes of it may lie in the gap.
    noteStreamed(isSame && isKnown && told.get(stream) == next);
    tellWaiting(stream);
    return isSame ? SegmentFate.KEPT : SegmentFate.CONTRADICTING;
  }

  /** Gives up the streams that have waited longest, this one or others. */
  private void makeRoom(int pages) {
    while (waiting.pool().freePages() < pages) {
      counts.count(SegmentFate.EVICTED);
      giveUpUntil(waiting.oldest(), Waiting.NOTHING - 1);
    }
  }

  private void giveUpAll(int flow) {
    for (Direction way : DIRECTIONS) {
      giveUpUntil(stream(flow, way), Waiting.NOTHING - 1);
    }
  }

  /** Tells what waits behind each gap that ends at or before a place. */
  private void giveUpUntil(int stream, int place) {
    while (waiting.has(stream)) {
      int first = waiting.firstFrom(stream, told.get(stream));
      if (first > place) {
        return;
      }
      int gap = first - told.get(stream);
      counts.count(SegmentFate.GAP);
      listener.gap(flow(stream), way(stream), gap, told.get(stream));
      told.put(stream, first);
      waiting.release(stream, first);
      tellWaiting(stream);
    }
  }

  /** Tells what waits, up to the first byte that is missing. */
  private void tellWaiting(int stream) {
    waiting.release(stream, told.get(stream));
    while (waiting.has(stream) && waiting.firstFrom(stream, told.get(stream)) == told.get(stream)) {
      int next = told.get(stream);
      tell(stream, waiting.pool().memory(), waiting.place(stream, next), waiting.run(stream, next));
      waiting.release(stream, told.get(stream));
    }
  }

  private void tell(int stream, MemorySegment memory, long at, int length) {
    int before = told.get(stream);
    told.put(stream, before + length);
    listener.data(flow(stream), way(stream), memory, at, length, before);
  }

  private static int stream(int flow, Direction way) {
    return flow * DIRECTIONS.length + way.index();
  }

  private static int flow(int stream) {
    return stream / DIRECTIONS.length;
  }

  private static Direction way(int stream) {
    return Direction.at(stream % DIRECTIONS.length);
  }
}
