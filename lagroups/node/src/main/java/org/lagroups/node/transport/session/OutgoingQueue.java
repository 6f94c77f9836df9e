package org.lagroups.node.transport.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/**
 * Messages that wait for room in a stream, already framed and packed into chunks, so that many
 * small messages go out in few packets. Bounded in bytes.
 */
public final class OutgoingQueue {

  private static final int CHUNK_BYTES = 32 * 1024;

  private final ByteBufAllocator allocator;
  private final int maxBytes;
  private final Deque<ByteBuf> chunks = new ArrayDeque<>();
  private int bytes;

  /**
   * An empty queue.
   *
   * @param maxBytes the most that waits, counting headers
   */
  public OutgoingQueue(ByteBufAllocator allocator, int maxBytes) {
    this.allocator = allocator;
    this.maxBytes = maxBytes;
  }

  /** Appends a message; false, and nothing done, if there is no room for it. */
  public boolean offer(int protocol, Bytes message) {
    int needed = Framing.HEADER_BYTES + message.length();
    if (bytes + needed > maxBytes) {
      return false;
    }
    ByteBuf chunk = chunks.peekLast();
    if (chunk == null || chunk.writableBytes() < needed) {
      int capacity = chunk == null ? needed : Math.max(needed, CHUNK_BYTES);
      chunk = allocator.directBuffer(capacity, capacity);
      chunks.addLast(chunk);
    }
    chunk.writeInt(Framing.header(protocol, message.length()));
    int at = chunk.writerIndex();
    chunk.internalNioBuffer(at, message.length()).put(message.asReadOnlyBuffer());
    chunk.writerIndex(at + message.length());
    bytes += needed;
    return true;
  }

  /** The next bytes to send, which the caller has to release; null if nothing waits. */
  public @Nullable ByteBuf poll() {
    ByteBuf chunk = chunks.pollFirst();
    if (chunk != null) {
      bytes -= chunk.readableBytes();
    }
    return chunk;
  }

  /** Whether nothing waits. */
  public boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** Forgets everything that waits. */
  public void clear() {
    chunks.forEach(ByteBuf::release);
    chunks.clear();
    bytes = 0;
  }
}
