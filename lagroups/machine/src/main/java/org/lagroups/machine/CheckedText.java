package org.lagroups.machine;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Fixed-length bytes as text with check characters: Bech32m (BIP 350), shown in groups of five.
 *
 * <p>The code detects any four wrong characters in a text of up to 89; the prefix tells kinds of
 * names apart. Case, dashes and blanks are ignored when reading.
 */
public final class CheckedText {

  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;

  /** Blanks and dashes of every kind: word processors put in their own. */
  private static final Pattern IGNORED = Pattern.compile("[\\s\\h\\p{Pd}]");

  private static final int MAX_TEXT_LENGTH = 200;
  private static final int CHECK_CHARACTERS = 6;
  private static final int GROUP = 5;

  private final String prefix;
  private final int byteCount;
  private final int symbolCount;

  /**
   * For one kind of name.
   *
   * @param prefix lower-case letters
   * @param byteCount how long each name is, in bytes
   */
  public CheckedText(String prefix, int byteCount) {
    this.prefix = prefix;
    this.byteCount = byteCount;
    this.symbolCount = (byteCount * 8 + 4) / 5;
  }

  /** The text of a name. */
  public String format(Bytes value) {
    int[] symbols = new int[symbolCount + CHECK_CHARACTERS];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < byteCount; i++) {
      buffer = ((buffer << 8) | (value.at(i) & 0xff)) & 0xfff;
      for (bits += 8; bits >= 5; bits -= 5) {
        symbols[at++] = (buffer >> (bits - 5)) & 31;
      }
    }
    if (bits > 0) {
      symbols[at] = (buffer << (5 - bits)) & 31;
    }
    int checksum = polymod(symbols) ^ BECH32M;
    for (int i = 0; i < CHECK_CHARACTERS; i++) {
      symbols[symbolCount + i] = (checksum >> (5 * (CHECK_CHARACTERS - 1 - i))) & 31;
    }
    return grouped(symbols);
  }

  /**
   * Reads the text of a name.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public Bytes parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException("far too long for an ID: " + Printable.of(text));
    }
    String compact = IGNORED.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    String start = prefix + "1";
    if (!compact.startsWith(start)) {
      throw new IllegalArgumentException(
          "this ID has to begin with " + start + ", unlike " + Printable.of(text));
    }
    if (compact.length() != start.length() + symbolCount + CHECK_CHARACTERS) {
      throw new IllegalArgumentException(
          "this ID should have %d characters without dashes, not %d: %s"
              .formatted(
                  start.length() + symbolCount + CHECK_CHARACTERS,
                  compact.length(),
                  Printable.of(text)));
    }
    int[] symbols = new int[symbolCount + CHECK_CHARACTERS];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = ALPHABET.indexOf(compact.charAt(start.length() + i));
      if (symbols[i] < 0) {
        throw new IllegalArgumentException(
            "an ID has no '%s': %s"
                .formatted(
                    Printable.of(compact.substring(start.length() + i, start.length() + i + 1)),
                    Printable.of(text)));
      }
    }
    if (polymod(symbols) != BECH32M) {
      throw new IllegalArgumentException(
          "this ID has a typing mistake (its check characters do not fit): " + Printable.of(text));
    }
    return toBytes(symbols);
  }

  private String grouped(int[] symbols) {
    StringBuilder out = new StringBuilder(prefix).append('1');
    int inGroup = out.length();
    for (int symbol : symbols) {
      if (inGroup == GROUP) {
        out.append('-');
        inGroup = 0;
      }
      out.append(ALPHABET.charAt(symbol));
      inGroup++;
    }
    return out.toString();
  }

  private Bytes toBytes(int[] symbols) {
    byte[] value = new byte[byteCount];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < symbolCount; i++) {
      buffer = ((buffer << 5) | symbols[i]) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        value[at++] = (byte) (buffer >> bits);
      }
    }
    if ((buffer & ((1 << bits) - 1)) != 0) {
      throw new IllegalArgumentException("this ID is not in its one canonical form");
    }
    return Bytes.wrapOwned(value);
  }

  private int polymod(int[] symbols) {
    int checksum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      checksum = step(checksum, prefix.charAt(i) >> 5);
    }
    checksum = step(checksum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      checksum = step(checksum, prefix.charAt(i) & 31);
    }
    for (int symbol : symbols) {
      checksum = step(checksum, symbol);
    }
    return checksum;
  }

  private static int step(int checksum, int symbol) {
    int top = checksum >> 25;
    int next = ((checksum & 0x1ffffff) << 5) ^ symbol;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((top >> i) & 1) == 1) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }
}
