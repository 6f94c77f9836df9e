package org.lagroups.multicast.runtime.input;

/**
 * How an input is read.
 *
 * @param pieceBytes how long a piece is at most
 * @param bufferBytes how much is read ahead at most; by UDP, how much may wait before the oldest is
 *     dropped
 * @param silenceMillis after how long without anything that is told
 */
public record InputSettings(int pieceBytes, int bufferBytes, long silenceMillis) {

  /** Fit for streams of up to about 100 Mbit/s. */
  public static final InputSettings DEFAULT = new InputSettings(64 * 1024, 4 * 1024 * 1024, 3_000);

  public InputSettings {
    if (pieceBytes < 1 || bufferBytes < pieceBytes || silenceMillis < 1) {
      throw new IllegalArgumentException("a piece has to fit into the buffer");
    }
  }
}
