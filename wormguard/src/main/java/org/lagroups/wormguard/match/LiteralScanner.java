package org.lagroups.wormguard.match;

import java.lang.foreign.MemorySegment;

/** Scans texts for the literals of one matcher. Used by one thread at a time. */
public interface LiteralScanner extends AutoCloseable {

  /** The longest text of one scan, in bytes. */
  long MAX_TEXT_BYTES = Integer.MAX_VALUE;

  /**
   * Reports places in a part of {@code memory} where a literal ends that also begins in that part:
   * those that the matcher's {@link Reporting} asks for. What is reported when {@code hits} throws
   * or stops the scan is some of that. An exception of {@code hits} comes out of here. The memory
   * must stay valid until this returns, and other threads must not write to it, or hits may be
   * missed.
   *
   * @param offset where the text begins in {@code memory}
   * @param lengthBytes of the text
   * @return false if {@code hits} stopped the scan
   * @throws IndexOutOfBoundsException if {@code memory} does not reach so far
   * @throws IllegalArgumentException if the text is longer than {@link #MAX_TEXT_BYTES}
   * @throws IllegalStateException if this scanner or its matcher is closed, or if this is called by
   *     {@code hits}
   */
  boolean scan(MemorySegment memory, long offset, long lengthBytes, HitSink hits);

  /**
   * Gives up what it holds. Closing again does nothing.
   *
   * @throws IllegalStateException if this is called by the sink of a scan
   */
  @Override
  void close();
}
