package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** The bytes of a capture, of which not all need be in memory at a time. */
sealed interface CaptureSource permits MemorySource, FileSource {

  /** How many there are. */
  long size();

  /** Where those lie that were brought last; always the same. */
  MemorySegment memory();

  /** Whether bytes are in memory, so that to bring them leaves all others in their places. */
  boolean has(long at, int length);

  /**
   * Brings bytes into memory, where they stay until others are brought.
   *
   * @param at where in the capture they begin
   * @param length how many: all of them within it, and at most {@link FileSource#MOST_BYTES}
   * @return where in {@link #memory()} they begin
   * @throws IOException if they cannot be read
   */
  long bring(long at, int length) throws IOException;
}
