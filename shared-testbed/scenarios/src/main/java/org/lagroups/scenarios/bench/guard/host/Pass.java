package org.lagroups.scenarios.bench.guard.host;

/**
 * What came of going through a capture.
 *
 * @param frames it has
 * @param found payloads that hold a literal; or alerts, where rules are judged
 * @param gaveUp how often it took too long to say whether a rule holds
 * @param cpuNanos processor time, of all threads of the process
 */
public record Pass(long frames, long found, long gaveUp, long cpuNanos) {

  private static final int NUMBERS = 4;

  /** Millions of packets in a second of processor time. */
  public double megaPackets() {
    return frames * 1e3 / cpuNanos;
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return "%d %d %d %d".formatted(frames, found, gaveUp, cpuNanos);
  }

  /** Reads {@link #text}. */
  public static Pass parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != NUMBERS) {
      throw new IllegalStateException("no figures of a pass: " + text);
    }
    return new Pass(
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }
}
