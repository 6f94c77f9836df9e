package org.lagroups.machine;

import java.math.BigInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bech32m again, written another way after BIP 350, to compare with and to make odd texts. */
final class Bech32m {

  static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private static final long[] GENERATOR = {
    0x3b6a57b2L, 0x26508e6dL, 0x1ea119faL, 0x3d4233ddL, 0x2a1462b3L
  };

  private Bech32m() {}

  /** The text of {@code value}, without dashes. */
  static String encode(String prefix, Bytes value) {
    int symbols = (value.length() * 8 + 4) / 5;
    BigInteger number =
        new BigInteger(1, value.toArray()).shiftLeft(symbols * 5 - value.length() * 8);
    return withChecksum(prefix, symbols(number, symbols));
  }

  /** The symbols of the data part, as {@code count} digits to the base 32. */
  static String symbols(BigInteger number, int count) {
    StringBuilder data = new StringBuilder();
    for (int i = count - 1; i >= 0; i--) {
      data.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
    }
    return data.toString();
  }

  /** Prefix, separator, data and the checksum that fits. */
  static String withChecksum(String prefix, String data) {
    IntStream values =
        Stream.of(
                prefix.chars().map(c -> c >> 5),
                IntStream.of(0),
                prefix.chars().map(c -> c & 31),
                (data + "qqqqqq").chars().map(ALPHABET::indexOf))
            .flatMapToInt(part -> part);
    long checksum = values.asLongStream().reduce(1, Bech32m::step);
    return prefix + "1" + data + symbols(BigInteger.valueOf(checksum ^ 0x2bc830a3L), 6);
  }

  private static long step(long checksum, long symbol) {
    long next = ((checksum & 0x1ffffff) << 5) ^ symbol;
    for (int i = 0; i < 5; i++) {
      next ^= ((checksum >> (25 + i)) & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }
}
