package org.lagroups.wormguard.learn.signature;

import java.util.Arrays;

/**
 * All parts of a text, in a number of states that is linear in its length, and so is the time to
 * build it. (Blumer and others, "The smallest automaton recognizing the subwords of a text", 1985.)
 *
 * <p>Used for one text after another. Takes some 2 KiB for each byte of the longest.
 */
final class SuffixAutomaton {

  private static final int LETTERS = 1 << Byte.SIZE;
  private static final int NONE = -1;
  private static final int ROOT = 0;

  private final int[] next;
  private final int[] link;
  private final int[] length;
  private int states;
  private int last;

  /**
   * For texts.
   *
   * @param mostBytes how long they may be
   */
  SuffixAutomaton(int mostBytes) {
    int most = 2 * mostBytes + 1;
    this.next = new int[most * LETTERS];
    this.link = new int[most];
    this.length = new int[most];
  }

  /** Takes another text. */
  void build(byte[] text) {
    states = 0;
    last = state(0);
    link[ROOT] = NONE;
    for (byte each : text) {
      append(each & 0xff);
    }
  }

  /** For each byte of some others, how long the longest part of the text is that ends there. */
  int[] longestEnds(byte[] bytes) {
    int[] ends = new int[bytes.length];
    int state = ROOT;
    int matched = 0;
    for (int i = 0; i < bytes.length; i++) {
      int letter = bytes[i] & 0xff;
      while (state != ROOT && to(state, letter) == ROOT) {
        state = link[state];
        matched = length[state];
      }
      if (to(state, letter) != ROOT) {
        state = to(state, letter);
        matched++;
      }
      ends[i] = matched;
    }
    return ends;
  }

  private void append(int letter) {
    int added = state(length[last] + 1);
    int before = last;
    while (before != NONE && to(before, letter) == ROOT) {
      setTo(before, letter, added);
      before = link[before];
    }
    link[added] = before == NONE ? ROOT : target(before, letter);
    last = added;
  }

  /** Where a letter leads that is the end of a part one longer, which may have to be split off. */
  private int target(int before, int letter) {
    int target = to(before, letter);
    if (length[target] == length[before] + 1) {
      return target;
    }
    int split = state(length[before] + 1);
    System.arraycopy(next, target * LETTERS, next, split * LETTERS, LETTERS);
    link[split] = link[target];
    link[target] = split;
    for (int at = before; at != NONE && to(at, letter) == target; at = link[at]) {
      setTo(at, letter, split);
    }
    return split;
  }

  private int state(int itsLength) {
    int state = states++;
    Arrays.fill(next, state * LETTERS, (state + 1) * LETTERS, ROOT);
    length[state] = itsLength;
    return state;
  }

  /** No letter leads to the root, which stands for none. */
  private int to(int state, int letter) {
    return next[state * LETTERS + letter];
  }

  private void setTo(int state, int letter, int target) {
    next[state * LETTERS + letter] = target;
  }
}
