package org.lagroups.wormguard.rule.pattern.syntax;

import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.text.Mistake;

/** What stands behind a backslash, within brackets and without. */
final class Escapes {

  private static final int OCTAL_DIGITS = 3;

  private Escapes() {}

  /** The bytes of one of the general kinds, if it is one. */
  static @Nullable ByteSet set(char letter) {
    return switch (letter) {
      case 'd' -> ByteSet.DIGIT;
      case 'D' -> ByteSet.DIGIT.complement();
      case 'w' -> ByteSet.WORD;
      case 'W' -> ByteSet.WORD.complement();
      case 's' -> ByteSet.SPACE;
      case 'S' -> ByteSet.SPACE.complement();
      case 'h' -> ByteSet.HORIZONTAL;
      case 'H' -> ByteSet.HORIZONTAL.complement();
      case 'v' -> ByteSet.VERTICAL;
      case 'V' -> ByteSet.VERTICAL.complement();
      default -> null;
    };
  }

  /** A single byte. */
  static int single(PatternText text, char c) throws Mistake {
    return switch (c) {
      case 'a' -> 0x07;
      case 'e' -> 0x1B;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> octal(text, c);
      case 'x' -> hexadecimal(text);
      case 'c' -> control(text);
      default -> {
        if (Character.isLetterOrDigit(c) && c < 0x80) {
          throw text.mistake("has \\" + c + ", which is not supported");
        }
        yield c;
      }
    };
  }

  /** A byte in octal, of whose up to three digits one was already taken. */
  static int octal(PatternText text, char first) throws Mistake {
    text.back(1);
    int b = text.number(OCTAL_DIGITS, 8);
    if (first > '7' || b >= ByteSet.BYTES) {
      throw text.mistake("has a backslash before a number that is neither a group nor a byte");
    }
    return b;
  }

  private static int hexadecimal(PatternText text) throws Mistake {
    if (!text.isNext('{')) {
      return text.number(2, 16);
    }
    String digits = text.braced('{', '}');
    if (!digits.matches("0{0,6}[0-9a-fA-F]{1,2}")) {
      throw text.mistake("has \\x{" + digits + "}, which is no byte");
    }
    return Integer.parseInt(digits, 16);
  }

  private static int control(PatternText text) throws Mistake {
    if (text.isAtEnd()) {
      throw text.mistake("ends in \\c");
    }
    int c = Character.toUpperCase(text.next());
    if (c >= 0x7F || c < ' ') {
      throw text.mistake("has \\c before what is no character");
    }
    return c ^ 0x40;
  }
}
