package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/**
 * What one side sends in a lane: messages that wait, already framed and packed into chunks so that
 * many small ones go out in few packets, and what was sent but not confirmed, kept to be sent again
 * over another connection. Both parts are bounded in bytes. Places in the lane are counted in bytes
 * of frames from its beginning, and always lie between two frames.
 */
final class OutgoingLane {

  private static final int CHUNK_BYTES = 32 * 1024;

  private final Lane lane;
  private final ByteBufAllocator allocator;
  private final int maxBytes;
  private final Deque<ByteBuf> sent = new ArrayDeque<>();
  private final Deque<ByteBuf> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private long confirmed;
  private long sentUpTo;

  /**
   * An empty lane.
   *
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
    ByteBuf chunk = waiting.peekLast();
    if (chunk == null || chunk.writableBytes() < needed) {
      int capacity = chunk == null ? needed : Math.max(needed, CHUNK_BYTES);
      chunk = allocator.directBuffer(capacity, capacity);
      waiting.addLast(chunk);
    }
    Framing.write(chunk, lane.kind(), protocol, message);
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
    ByteBuf chunk = trimmed(waiting.removeFirst());
    waitingBytes -= chunk.readableBytes();
    sentUpTo += chunk.readableBytes();
    sent.addLast(chunk);
    return chunk.retainedDuplicate();
  }

  /** The peer has everything before {@code place}. False if that cannot be. */
  boolean confirm(long place) {
    if (place > sentUpTo) {
      return false;
    }
    while (confirmed < place) {
      ByteBuf first = sent.getFirst();
      int part = (int) Math.min(first.readableBytes(), place - confirmed);
      confirmed += part;
      if (part == first.readableBytes()) {
        sent.removeFirst().release();
      } else {
        first.skipBytes(part);
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
    sent.forEach(ByteBuf::release);
    sent.clear();
    waiting.forEach(ByteBuf::release);
    waiting.clear();
    waitingBytes = 0;
    confirmed = sentUpTo;
  }

  /** A chunk that is far from full does not keep all its memory until it is confirmed. */
  private ByteBuf trimmed(ByteBuf chunk) {
    if (chunk.readableBytes() > chunk.capacity() / 2) {
      return chunk;
    }
    int size = chunk.readableBytes();
    ByteBuf exact = allocator.directBuffer(size, size).writeBytes(chunk);
    chunk.release();
    return exact;
  }
}
