package org.lagroups.wormguard.match;

/** A compiled {@link LiteralSet}. Any thread may ask it for scanners. */
public interface LiteralMatcher extends AutoCloseable {

  /**
   * A scanner for one thread.
   *
   * @throws IllegalStateException if this is closed
   */
  LiteralScanner newScanner();

  /** What it holds, in bytes, without its scanners. */
  long memoryBytes();

  /** Gives up what it holds, once its scanners are closed. Closing again does nothing. */
  @Override
  void close();
}
