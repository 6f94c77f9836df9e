package org.lagroups.wormguard.match;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** What every scanner checks before it scans or closes. */
public abstract class CheckedScanner implements LiteralScanner {

  private boolean scanning;
  private boolean closed;

  /** For subclasses. */
  protected CheckedScanner() {}

  @Override
  public final boolean scan(MemorySegment memory, long offset, long lengthBytes, HitSink hits) {
    Objects.checkFromIndexSize(offset, lengthBytes, memory.byteSize());
    if (lengthBytes > MAX_TEXT_BYTES) {
      throw new IllegalArgumentException(
          "%d bytes are too many for one scan; scan parts of at most %d"
              .formatted(lengthBytes, MAX_TEXT_BYTES));
    }
    requireIdle();
    if (closed) {
      throw new IllegalStateException("the scanner is closed; ask its matcher for another one");
    }
    scanning = true;
    try {
      return scanChecked(memory, offset, (int) lengthBytes, hits);
    } finally {
      scanning = false;
    }
  }

  @Override
  public final void close() {
    requireIdle();
    if (!closed) {
      closed = true;
      release();
    }
  }

  /** As {@link #scan}, of a text that lies within {@code memory}. */
  protected abstract boolean scanChecked(
      MemorySegment memory, long offset, int lengthBytes, HitSink hits);

  /** Gives up what is held. Called once, and never before a scan. */
  protected abstract void release();

  private void requireIdle() {
    if (scanning) {
      throw new IllegalStateException("the scanner is in use; its sink can only stop the scan");
    }
  }
}
