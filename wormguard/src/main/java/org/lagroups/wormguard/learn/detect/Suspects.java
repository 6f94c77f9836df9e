package org.lagroups.wormguard.learn.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The suspects by their entries. Where there is no room, one gives way that was there for long and
 * came to nothing, or else the one with the fewest samples: so neither many new ones nor such that
 * are kept from coming to an end drive out the others.
 */
final class Suspects {

  private final int most;
  private final long longNanos;

  /** In the order in which they were opened. */
  private final Map<Integer, Suspect> suspects = new LinkedHashMap<>();

  /**
   * With none.
   *
   * @param most how many there may be
   * @param longNanos for how long one has a right to its place
   */
  Suspects(int most, long longNanos) {
    this.most = most;
    this.longNanos = longNanos;
  }

  Optional<Suspect> of(int entry) {
    return Optional.ofNullable(suspects.get(entry));
  }

  /** Begins with one, and answers the entry of the one that had to go for it. */
  OptionalInt open(int entry, long now) {
    OptionalInt gone = OptionalInt.empty();
    if (suspects.size() == most) {
      gone = OptionalInt.of(firstToGo(now));
      suspects.remove(gone.getAsInt());
    }
    suspects.put(entry, new Suspect(now));
    return gone;
  }

  void remove(int entry) {
    suspects.remove(entry);
  }

  private int firstToGo(long now) {
    int first = -1;
    int fewest = Integer.MAX_VALUE;
    for (Map.Entry<Integer, Suspect> each : suspects.entrySet()) {
      if (Math.abs(now - each.getValue().openedNanos()) >= longNanos) {
        return each.getKey();
      }
      int samples = each.getValue().samples().size();
      if (samples < fewest) {
        first = each.getKey();
        fewest = samples;
      }
    }
    return first;
  }
}
