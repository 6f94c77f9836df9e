package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/**
 * What one side sends in a lane: messages that wait, already framed, many small ones together so
 * that they go out in few packets, and what was sent but not confirmed, kept to be sent again over
 * another connection. Both parts are bounded in bytes. Places in the lane are counted in bytes of
 * frames from its beginning, and always lie between two frames.
 */
final class OutgoingLane {

  /**
   * So much is given at a time if so much waits: two of the longest messages. Whoever encrypts and
   * sends has a cost for each call.
   */
  static final int CHUNK_BYTES = 2 * (Framing.HEADER_BYTES + Framing.MAX_MESSAGE_BYTES);

  private final Lane lane;
  private final ByteBufAllocator allocator;
  private final int maxBytes;
  private final Deque<Piece> sent = new ArrayDeque<>();
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private long confirmed;
  private long sentUpTo;

  /**
   * An empty lane.
   *
   * @param allocator of what is given to connections
   * @param maxBytes the most that waits, and the most that is unconfirmed, counting headers
   */
  OutgoingLane(Lane lane, ByteBufAllocator allocator, int maxBytes) {
    this.lane = lane;
    this.allocator = allocator;
    this.maxBytes = maxBytes;
  }

  /** Appends a message; false, and nothing done, if there is no room for it. */
  boolean offer(int protocol, Bytes message) {
    int needed = Framing.HEADER_BYTES + message.length();
    if (waitingBytes + needed > maxBytes) {
      return false;
    }
    Piece last = waiting.peekLast();
    if (last == null || !last.append(lane.kind(), protocol, message)) {
      waiting.addLast(Piece.of(lane.kind(), protocol, message, last == null));
    }
    waitingBytes += needed;
    return true;
  }

  /** Whether {@link #poll} would give something. */
  boolean isReady() {
    return !waiting.isEmpty() && sentUpTo - confirmed < maxBytes;
  }

  /**
   * The next bytes to send, which the caller has to release; null if nothing waits or too much is
   * unconfirmed.
   */
  @Nullable ByteBuf poll() {
    if (!isReady()) {
      return null;
    }
    int size = Math.min(waitingBytes, CHUNK_BYTES);
    ByteBuf out = allocator.directBuffer(size, size);
    do {
      sendFirst(out);
    } while (isReady() && waiting.getFirst().length() <= out.writableBytes());
    return out;
  }

  /** The peer has everything before {@code place}. False if that cannot be. */
  boolean confirm(long place) {
    if (place > sentUpTo) {
      return false;
    }
    while (confirmed < place) {
      Piece first = sent.getFirst();
      int part = (int) Math.min(first.length(), place - confirmed);
      confirmed += part;
      if (part == first.length()) {
        sent.removeFirst();
      } else {
        first.skip(part);
      }
    }
    return true;
  }

  /** Sends everything from {@code place} on again. False if the peer cannot ask for that. */
  boolean rewind(long place) {
    if (place < confirmed || !confirm(place)) {
      return false;
    }
    waitingBytes += (int) (sentUpTo - place);
    sentUpTo = place;
    while (!sent.isEmpty()) {
      waiting.addFirst(sent.removeLast());
    }
    return true;
  }

  /** Forgets everything. */
  void clear() {
    sent.clear();
    waiting.clear();
    waitingBytes = 0;
    confirmed = sentUpTo;
  }

  private void sendFirst(ByteBuf out) {
    Piece piece = waiting.removeFirst().trimmed();
    piece.writeTo(out);
    waitingBytes -= piece.length();
    sentUpTo += piece.length();
    sent.addLast(piece);
  }
}
