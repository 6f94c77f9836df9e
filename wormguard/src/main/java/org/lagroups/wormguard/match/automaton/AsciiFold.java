package org.lagroups.wormguard.match.automaton;

/** Makes lower-case letters of A to Z, and leaves all other bytes. */
final class AsciiFold {

  private static final byte[] FOLDED = table();

  private AsciiFold() {}

  static byte fold(byte value) {
    return FOLDED[value & 0xff];
  }

  static byte[] fold(byte[] content) {
    byte[] folded = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      folded[i] = fold(content[i]);
    }
    return folded;
  }

  private static byte[] table() {
    byte[] table = new byte[256];
    for (int i = 0; i < 256; i++) {
      table[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i);
    }
    return table;
  }
}
