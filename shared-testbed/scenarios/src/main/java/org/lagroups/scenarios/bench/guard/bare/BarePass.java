package org.lagroups.scenarios.bench.guard.bare;

/**
 * What the program in C prints.
 *
 * @param frames it read
 * @param bytes of these
 * @param hits literals in payloads, each counted once in a payload
 * @param found payloads that hold one
 * @param cpuNanos processor time of its loop
 * @param version of the Hyperscan that it used
 */
public record BarePass(
    long frames, long bytes, long hits, long found, long cpuNanos, String version) {

  private static final int NUMBERS = 7;

  /** Millions of packets in a second of processor time. */
  public double megaPackets() {
    return frames * 1e3 / cpuNanos;
  }

  static BarePass parse(String output) {
    String[] lines = output.strip().split("\n", 2);
    String[] words = lines[0].split(" ", -1);
    if (lines.length < 2 || words.length != NUMBERS) {
      throw new IllegalStateException("the program in C printed " + output);
    }
    return new BarePass(
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]),
        Long.parseLong(words[6]),
        lines[1]);
  }
}
