package org.lagroups.wormguard.packet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How often decoding came to what. */
public final class DecodeCounts {

  private final Map<Decoded, Tally> tallies = new EnumMap<>(Decoded.class);

  /** Made by the decoder that counts. */
  DecodeCounts() {
    for (Decoded what : Decoded.values()) {
      tallies.put(what, new Tally());
    }
  }

  /** How often. */
  public long of(Decoded what) {
    return tally(what).count;
  }

  /** How many in all. */
  public long total() {
    return tallies.values().stream().mapToLong(tally -> tally.count).sum();
  }

  Decoded counted(Decoded what) {
    tally(what).count++;
    return what;
  }

  private Tally tally(Decoded what) {
    return Objects.requireNonNull(tallies.get(what));
  }

  private static final class Tally {
    private long count;
  }
}
