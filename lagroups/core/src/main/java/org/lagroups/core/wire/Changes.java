package org.lagroups.core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.LinkInfo;

/**
 * What is said otherwise of the same attestees. Who knows what was said before knows who they are:
 * their places in the order of attestees are enough.
 *
 * @param places bit i, from the lowest, is set if something else is said of the i-th attestee;
 *     there are at most {@link org.lagroups.core.attestation.GroupSettings#HARD_MAX_MEMBERS}, as
 *     many as bits
 * @param infos what is said now, one for each bit that is set, from the lowest
 */
public record Changes(long places, List<LinkInfo> infos) {

  /** The same as before is said of everybody. */
  public static final Changes NONE = new Changes(0, List.of());

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there are more places than infos, or fewer
   */
  public Changes {
    infos = List.copyOf(infos);
    if (Long.bitCount(places) != infos.size()) {
      throw new IllegalArgumentException(
          "%d infos for %d places".formatted(infos.size(), Long.bitCount(places)));
    }
  }

  /** From one list of entries to another, both in the order of attestees; none if these differ. */
  static Optional<Changes> between(List<Entry> before, List<Entry> next) {
    if (before.size() != next.size()) {
      return Optional.empty();
    }
    long places = 0;
    List<LinkInfo> infos = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      Entry entry = next.get(i);
      if (!entry.attestee().equals(before.get(i).attestee())) {
        return Optional.empty();
      }
      if (!entry.info().equals(before.get(i).info())) {
        places |= 1L << i;
        infos.add(entry.info());
      }
    }
    return Optional.of(new Changes(places, infos));
  }

  /** The entries with these changes; none if one of the places is beyond them. */
  Optional<List<Entry>> appliedTo(List<Entry> before) {
    if (Long.SIZE - Long.numberOfLeadingZeros(places) > before.size()) {
      return Optional.empty();
    }
    if (places == 0) {
      return Optional.of(before);
    }
    List<Entry> entries = new ArrayList<>(before);
    long left = places;
    for (LinkInfo info : infos) {
      int place = Long.numberOfTrailingZeros(left);
      entries.set(place, new Entry(before.get(place).attestee(), info));
      left &= left - 1;
    }
    return Optional.of(entries);
  }
}
