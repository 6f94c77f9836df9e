package org.lagroups.multicast.runtime.output.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.TsPackets;
import org.lagroups.multicast.runtime.output.OutputEvent.Player.Change;
import org.lagroups.multicast.runtime.output.PayloadQueue;

/** One that watches. Its queue is filled on the loop; its own thread writes. */
final class Player {

  private static final long LOOK_MILLIS = 1_000;
  private static final int CHUNKED = 0;

  private final HttpExchange exchange;
  private final PayloadQueue queue;
  private final AtomicLong writtenBytes;
  private final Thread thread = Thread.currentThread();

  private boolean hasBegun;
  private volatile boolean isCutOff;
  private final AtomicLong ownBytes = new AtomicLong();
  private long bytesAtLook;
  private long lookedNanos;

  /** Made on the thread that is to {@link #serve} it. */
  Player(HttpExchange exchange, PayloadQueue queue, AtomicLong writtenBytes) {
    this.exchange = exchange;
    this.queue = queue;
    this.writtenBytes = writtenBytes;
  }

  /** Who it is, for people. */
  String name() {
    return exchange.getRemoteAddress().toString();
  }

  /** Whether nothing more fits now. */
  boolean isFull() {
    return queue.isFull();
  }

  /** Adds a payload if it fits; the first from a TS packet's border on. */
  boolean offer(Bytes payload) {
    Bytes part = payload;
    if (!hasBegun) {
      part = payload.slice(TsPackets.firstBorder(payload.toArray()), payload.length());
    }
    boolean isTaken = queue.offer(part);
    hasBegun |= isTaken;
    return isTaken;
  }

  void end() {
    queue.end();
  }

  /** Ends it now, whatever it is doing: a write that waits ends with its connection. */
  void cutOff() {
    isCutOff = true;
    queue.close();
    thread.interrupt();
  }

  /** Whether it has taken nothing for so long although something waits for it. */
  boolean isStuck(long nowNanos, long forNanos) {
    long now = ownBytes.get();
    if (now != bytesAtLook || !queue.isFull()) {
      bytesAtLook = now;
      lookedNanos = nowNanos;
      return false;
    }
    return nowNanos - lookedNanos >= forNanos;
  }

  /** Writes until the stream ends, the player goes, or it is cut off; says which. */
  Optional<Change> serve() {
    try {
      exchange.sendResponseHeaders(200, CHUNKED);
      try (OutputStream out = exchange.getResponseBody()) {
        out.flush(); // the headers, so that the player knows before anything comes
        while (!queue.isDone()) {
          writeNext(out);
        }
      }
      return isCutOff ? Optional.of(Change.TOO_SLOW) : Optional.empty();
    } catch (IOException e) {
      return Optional.of(isCutOff ? Change.TOO_SLOW : Change.WENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the connection closes without a proper end
      return Optional.of(Change.TOO_SLOW);
    } finally {
      queue.close();
    }
  }

  private void writeNext(OutputStream out) throws IOException, InterruptedException {
    Optional<Bytes> next = queue.take(LOOK_MILLIS);
    if (next.isPresent()) {
      byte[] bytes = next.get().toArray();
      out.write(bytes);
      out.flush();
      ownBytes.addAndGet(bytes.length);
      writtenBytes.addAndGet(bytes.length);
    }
  }
}
