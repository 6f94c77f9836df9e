package org.lagroups.wormguard.rule.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** An immutable set of addresses of both versions. */
public final class AddressSet {

  /** None. */
  public static final AddressSet NONE = new AddressSet(List.of());

  /** All. */
  public static final AddressSet ANY =
      new AddressSet(List.of(new AddressRange(Address.FIRST, Address.LAST)));

  /**
   * High and low halves of the first and the last address of each range; these are disjoint, with
   * gaps between them, in ascending order.
   */
  private final long[] bounds;

  private AddressSet(List<AddressRange> ranges) {
    this.bounds = new long[4 * ranges.size()];
    for (int i = 0; i < ranges.size(); i++) {
      AddressRange range = ranges.get(i);
      bounds[4 * i] = range.first().high();
      bounds[4 * i + 1] = range.first().low();
      bounds[4 * i + 2] = range.last().high();
      bounds[4 * i + 3] = range.last().low();
    }
  }

  /** The addresses of all these ranges. */
  static AddressSet of(List<AddressRange> ranges) {
    List<AddressRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(AddressRange::first));
    List<AddressRange> merged = new ArrayList<>();
    for (AddressRange range : sorted) {
      if (!merged.isEmpty() && touches(merged.getLast(), range)) {
        AddressRange before = merged.removeLast();
        Address last = before.last().compareTo(range.last()) > 0 ? before.last() : range.last();
        merged.add(new AddressRange(before.first(), last));
      } else {
        merged.add(range);
      }
    }
    return new AddressSet(merged);
  }

  private List<AddressRange> ranges() {
    List<AddressRange> ranges = new ArrayList<>();
    for (int i = 0; i < bounds.length; i += 4) {
      ranges.add(
          new AddressRange(
              new Address(bounds[i], bounds[i + 1]), new Address(bounds[i + 2], bounds[i + 3])));
    }
    return ranges;
  }

  private static boolean touches(AddressRange before, AddressRange range) {
    return before.last().equals(Address.LAST) || before.last().next().compareTo(range.first()) >= 0;
  }

  static AddressSet union(Collection<AddressSet> sets) {
    return of(sets.stream().flatMap(set -> set.ranges().stream()).toList());
  }

  /** All addresses that are not in this set. */
  AddressSet complement() {
    List<AddressRange> gaps = new ArrayList<>();
    Address next = Address.FIRST;
    for (AddressRange range : ranges()) {
      if (next.compareTo(range.first()) < 0) {
        gaps.add(new AddressRange(next, range.first().previous()));
      }
      if (range.last().equals(Address.LAST)) {
        return new AddressSet(gaps);
      }
      next = range.last().next();
    }
    gaps.add(new AddressRange(next, Address.LAST));
    return new AddressSet(gaps);
  }

  AddressSet minus(AddressSet other) {
    return union(List.of(complement(), other)).complement();
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  /** Whether every address is in the set. */
  public boolean isAny() {
    return equals(ANY);
  }

  /**
   * Whether an address is in the set.
   *
   * @param high its first 64 bits; 0 for one of IPv4
   * @param low the others; {@code 0xFFFF} before one of IPv4
   */
  public boolean contains(long high, long low) {
    int below = 0;
    int above = bounds.length / 4;
    while (below < above) {
      int middle = (below + above) >>> 1;
      if (isLess(high, low, bounds[4 * middle], bounds[4 * middle + 1])) {
        above = middle;
      } else {
        below = middle + 1;
      }
    }
    int range = 4 * (below - 1);
    return range >= 0 && !isLess(bounds[range + 2], bounds[range + 3], high, low);
  }

  private static boolean isLess(long high, long low, long thanHigh, long thanLow) {
    return high == thanHigh
        ? Long.compareUnsigned(low, thanLow) < 0
        : Long.compareUnsigned(high, thanHigh) < 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    return isAny() ? "any" : ranges().toString();
  }
}
