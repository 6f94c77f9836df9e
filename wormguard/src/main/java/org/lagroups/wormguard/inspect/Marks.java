package org.lagroups.wormguard.inspect;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * Short lists of marks, each with a number, that belong to one of many owners; the marks of all
 * owners share bounded memory. For the few that have any.
 */
final class Marks {

  /** What no mark has for its number. */
  static final int NONE = -1;

  /** The most marks of an owner, so that looking through them stays short. */
  static final int MOST_EACH = 64;

  private final int[] first;
  private final long[] marks;
  private final int[] numbers;
  private final int[] next;
  private int free = NONE;
  private int unused;

  /** None yet, with room for so many marks of all owners. */
  Marks(int owners, int capacity) {
    first = new int[owners];
    Arrays.fill(first, NONE);
    marks = new long[capacity];
    numbers = new int[capacity];
    next = new int[capacity];
  }

  /** The number of a mark, or {@link #NONE}. */
  int get(int owner, long mark) {
    int place = find(owner, mark);
    return place == NONE ? NONE : numbers[place];
  }

  /** Sets a mark with its number, from 0. Whether there is room. */
  boolean put(int owner, long mark, int number) {
    int known = find(owner, mark);
    if (known != NONE) {
      numbers[known] = number;
      return true;
    }
    if (size(owner) == MOST_EACH) {
      return false;
    }
    int place = take();
    if (place == NONE) {
      return false;
    }
    marks[place] = mark;
    numbers[place] = number;
    next[place] = first[owner];
    first[owner] = place;
    return true;
  }

  void remove(int owner, long mark) {
    int place = find(owner, mark);
    if (place == NONE) {
      return;
    }
    if (first[owner] == place) {
      first[owner] = next[place];
    } else {
      int before = first[owner];
      while (next[before] != place) {
        before = next[before];
      }
      next[before] = next[place];
    }
    giveBack(place);
  }

  /** Takes back those whose number is at most this. */
  void removeUpTo(int owner, int number) {
    int kept = NONE;
    for (int place = first[owner]; place != NONE; ) {
      int following = next[place];
      if (numbers[place] <= number) {
        giveBack(place);
      } else {
        next[place] = kept;
        kept = place;
      }
      place = following;
    }
    first[owner] = kept;
  }

  void clear(int owner) {
    if (first[owner] != NONE) {
      removeUpTo(owner, Integer.MAX_VALUE);
    }
  }

  /** Gives all marks other names; those whose new name is negative are taken back. */
  void rename(LongUnaryOperator names) {
    for (int owner = 0; owner < first.length; owner++) {
      int kept = NONE;
      for (int place = first[owner]; place != NONE; ) {
        int following = next[place];
        marks[place] = names.applyAsLong(marks[place]);
        if (marks[place] < 0) {
          giveBack(place);
        } else {
          next[place] = kept;
          kept = place;
        }
        place = following;
      }
      first[owner] = kept;
    }
  }

  private int find(int owner, long mark) {
    int place = first[owner];
    while (place != NONE && marks[place] != mark) {
      place = next[place];
    }
    return place;
  }

  private int size(int owner) {
    int size = 0;
    for (int place = first[owner]; place != NONE; place = next[place]) {
      size++;
    }
    return size;
  }

  private int take() {
    if (free == NONE) {
      return unused < marks.length ? unused++ : NONE;
    }
    int place = free;
    free = next[place];
    return place;
  }

  private void giveBack(int place) {
    next[place] = free;
    free = place;
  }
}
