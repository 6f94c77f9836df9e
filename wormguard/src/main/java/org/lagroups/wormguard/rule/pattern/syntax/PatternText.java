package org.lagroups.wormguard.rule.pattern.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.text.Mistake;

/** An expression, and how far it was read. */
final class PatternText {

  private static final int MAX_DIGITS = 5;

  private final String keyword;
  private final String text;
  private int at;

  PatternText(String keyword, String text) {
    this.keyword = keyword;
    this.text = text;
  }

  /** How often something is repeated. */
  record Times(int least, int most) {}

  Mistake mistake(String reason) {
    return new Mistake(keyword, reason);
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  boolean isNext(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  char next() {
    return text.charAt(at++);
  }

  void back(int characters) {
    at -= characters;
  }

  boolean take(char c) {
    boolean isNext = isNext(c);
    at += isNext ? 1 : 0;
    return isNext;
  }

  boolean take(String word) {
    boolean isNext = text.startsWith(word, at);
    at += isNext ? word.length() : 0;
    return isNext;
  }

  /** Takes what matches, if that is next. */
  @Nullable String take(Pattern word) {
    Matcher matcher = word.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  /** The text before {@code end}, both of which are taken; all of it, if there is no such end. */
  String upTo(String end) {
    int found = text.indexOf(end, at);
    String before = text.substring(at, found < 0 ? text.length() : found);
    at = found < 0 ? text.length() : found + end.length();
    return before;
  }

  /** The text between two characters, the first of which has to be next. */
  String braced(char open, char close) throws Mistake {
    if (!take(open) || text.indexOf(close, at) < 0) {
      throw mistake("has an escape without its " + open + close);
    }
    return upTo(String.valueOf(close));
  }

  /** Of an extended expression, skips what means nothing. */
  void skipBlanks(boolean isExtended) {
    while (isExtended && !isAtEnd() && (isBlank(text.charAt(at)) || isNext('#'))) {
      if (next() == '#') {
        upTo("\n");
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Takes {@code *}, {@code +}, {@code ?} or a count in braces, if that is next. */
  @Nullable Times times() throws Mistake {
    if (take('*')) {
      return new Times(0, Node.UNBOUNDED);
    }
    if (take('+')) {
      return new Times(1, Node.UNBOUNDED);
    }
    if (take('?')) {
      return new Times(0, 1);
    }
    return isNext('{') ? count() : null;
  }

  /** Braces that hold no count stand for themselves. */
  private @Nullable Times count() throws Mistake {
    int start = at;
    at++;
    int least = digits();
    int most = least;
    if (take(',')) {
      most = isNext('}') ? Node.UNBOUNDED : digits();
      most = most == least && least < 0 ? Integer.MIN_VALUE : most;
    }
    if (least < 0 || most < Node.UNBOUNDED || !take('}')) {
      at = start;
      return null;
    }
    if (Math.max(least, most) > PatternParser.MAX_REPEAT || (most >= 0 && most < least)) {
      throw mistake(
          "repeats more than %d times, or at least more often than at most"
              .formatted(PatternParser.MAX_REPEAT));
    }
    return new Times(least, most);
  }

  /** A number; the least int if there is none. */
  private int digits() {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && at - start <= MAX_DIGITS) {
      at++;
    }
    return start == at ? Integer.MIN_VALUE : Integer.parseInt(text.substring(start, at));
  }

  /** A number of up to three digits that begins with one already taken. */
  int decimal(char first) {
    int number = first - '0';
    for (int i = 0; i < 2 && at < text.length() && isDigit(text.charAt(at), 10); i++) {
      number = 10 * number + next() - '0';
    }
    return number;
  }

  /** Takes up to {@code most} digits; what they mean, or 0 if there is none. */
  int number(int most, int radix) {
    int number = 0;
    for (int i = 0; i < most && at < text.length() && isDigit(text.charAt(at), radix); i++) {
      number = radix * number + Character.digit(next(), radix);
    }
    return number;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }
}
