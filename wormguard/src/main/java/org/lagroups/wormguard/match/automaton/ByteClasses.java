package org.lagroups.wormguard.match.automaton;

import java.util.List;

/**
 * Which bytes an automaton need not tell apart: the two cases of a letter, and all bytes that are
 * in no tail. A row of its table has an entry for each class, so fewer classes make it smaller.
 */
final class ByteClasses {

  private final byte[] classes = new byte[256];
  private final int count;

  /** Of folded tails. */
  ByteClasses(List<byte[]> tails) {
    boolean[] used = new boolean[256];
    for (byte[] tail : tails) {
      for (byte value : tail) {
        used[value & 0xff] = true;
      }
    }
    byte[] ofFolded = new byte[256];
    // Class 0 is that of all others. There are 230 folded bytes, so a byte can hold each class.
    int next = 1;
    for (int i = 0; i < 256; i++) {
      if (used[i]) {
        ofFolded[i] = (byte) next++;
      }
    }
    for (int i = 0; i < 256; i++) {
      classes[i] = ofFolded[AsciiFold.fold((byte) i) & 0xff];
    }
    count = next;
  }

  int count() {
    return count;
  }

  int of(byte value) {
    return classes[value & 0xff] & 0xff;
  }

  /** By unsigned byte, for loops that cannot afford a call; not to be written to. */
  byte[] table() {
    return classes;
  }
}
