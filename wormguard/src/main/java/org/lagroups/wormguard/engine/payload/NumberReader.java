package org.lagroups.wormguard.engine.payload;

import org.lagroups.wormguard.rule.payload.NumberField;
import org.lagroups.wormguard.rule.payload.NumberField.Encoding;

/** Reads the number of a field; what it read is kept until the next. */
final class NumberReader {

  private final Text text;
  private final Slots slots;
  private long value;
  private long end;

  NumberReader(Text text, Slots slots) {
    this.text = text;
    this.slots = slots;
  }

  /** Whether the number can be read. */
  boolean read(NumberField field, long cursor) {
    long from = (field.isRelative() ? cursor : 0) + slots.place(field.offset());
    long count = slots.place(field.count());
    if (from < text.first() || count < 0 || from + count > text.length()) {
      return false;
    }
    end = from + count;
    value = 0;
    if (count == 0) {
      return true;
    }
    boolean isRead =
        field.encoding().isText()
            ? count <= NumberField.MAX_DIGITS && readDigits(field.encoding(), from)
            : count <= NumberField.MAX_BYTES && readBinary(field.encoding(), from);
    if (field.mask() != 0) {
      value = (value & field.mask()) >>> Long.numberOfTrailingZeros(field.mask());
    }
    return isRead;
  }

  /** The number, without a sign. */
  long value() {
    return value;
  }

  /** The place behind it. */
  long end() {
    return end;
  }

  private boolean readBinary(Encoding encoding, long from) {
    for (long i = 0; i < end - from; i++) {
      long place = encoding == Encoding.LITTLE_ENDIAN ? end - 1 - i : from + i;
      value = value << Byte.SIZE | text.at(place);
    }
    return true;
  }

  /** Blanks, perhaps {@code 0x}, and digits up to the first byte that is none. */
  private boolean readDigits(Encoding encoding, long from) {
    int radix = radix(encoding);
    long place = from;
    while (place < end && isBlank(text.at(place))) {
      place++;
    }
    if (radix == 16 && hasHexMark(place)) {
      place += 2;
    }
    long first = place;
    for (; place < end; place++) {
      int digit = Character.digit(text.at(place), radix);
      if (digit < 0) {
        break;
      }
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1 - digit, radix)) > 0) {
        return false;
      }
      value = value * radix + digit;
    }
    return place > first;
  }

  private boolean hasHexMark(long place) {
    return place + 2 < end
        && text.at(place) == '0'
        && (text.at(place + 1) | 0x20) == 'x'
        && Character.digit(text.at(place + 2), 16) >= 0;
  }

  private static boolean isBlank(int letter) {
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
  }

  private static int radix(Encoding encoding) {
    return switch (encoding) {
      case HEXADECIMAL -> 16;
      case OCTAL -> 8;
      case DECIMAL, BIG_ENDIAN, LITTLE_ENDIAN -> 10;
    };
  }
}
