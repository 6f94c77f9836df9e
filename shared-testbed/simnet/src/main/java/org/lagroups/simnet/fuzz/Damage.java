package org.lagroups.simnet.fuzz;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Alters bytes a little: some replaced, cut out, doubled or flipped, the end cut off at times. */
public final class Damage {

  /** The most changes to one sample. */
  private static final int MAX_CHANGES = 4;

  private static final int MAX_PIECE_BYTES = 8;

  private Damage() {}

  /** An altered copy. */
  public static byte[] of(byte[] whole, RandomGenerator random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(MAX_CHANGES); i >= 0 && bytes.length > 0; i--) {
      bytes = changed(bytes, random);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static byte[] changed(byte[] bytes, RandomGenerator random) {
    int at = random.nextInt(bytes.length);
    int piece = Math.min(1 + random.nextInt(MAX_PIECE_BYTES), bytes.length - at);
    return switch (random.nextInt(4)) {
      case 0 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 1 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 2 -> joined(bytes, at, at + piece);
      default -> joined(bytes, at + piece, at);
    };
  }

  /** The first bytes up to {@code end}, and those from {@code begin} on. */
  private static byte[] joined(byte[] bytes, int end, int begin) {
    byte[] result = Arrays.copyOf(bytes, end + bytes.length - begin);
    System.arraycopy(bytes, begin, result, end, bytes.length - begin);
    return result;
  }
}
