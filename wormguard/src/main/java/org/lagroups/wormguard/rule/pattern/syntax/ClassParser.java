package org.lagroups.wormguard.rule.pattern.syntax;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.text.Mistake;

/** Reads what stands between brackets, behind the first. */
final class ClassParser {

  private static final Pattern NAMED = Pattern.compile("[:.=]\\^?[a-z]*[:.=]\\]");

  private final PatternText text;
  private final boolean isCaseless;

  ClassParser(PatternText text, boolean isCaseless) {
    this.text = text;
    this.isCaseless = isCaseless;
  }

  ByteSet parse() throws Mistake {
    boolean isNegated = text.take('^');
    ByteSet set = ByteSet.NONE;
    boolean isFirst = true;
    while (isFirst || !text.isNext(']')) {
      requireMore();
      set = set.union(element());
      isFirst = false;
    }
    text.next();
    ByteSet all = isCaseless ? set.caseless() : set;
    return isNegated ? all.complement() : all;
  }

  /** A kind of bytes, a byte, or a range. */
  private ByteSet element() throws Mistake {
    char c = text.next();
    @Nullable String name = c == '[' ? text.take(NAMED) : null;
    if (name != null) {
      return named(name);
    }
    if (c == '\\') {
      requireMore();
      char letter = text.next();
      @Nullable ByteSet set = Escapes.set(letter);
      return set != null ? set : range(escaped(letter));
    }
    return range(c);
  }

  /** From this byte on, if a hyphen and another byte follow; otherwise only this byte. */
  private ByteSet range(int first) throws Mistake {
    if (!text.take('-')) {
      return ByteSet.of(first);
    }
    requireMore();
    if (text.isNext(']')) {
      text.back(1);
      return ByteSet.of(first);
    }
    char c = text.next();
    int last = c;
    if (c == '\\') {
      requireMore();
      char letter = text.next();
      @Nullable ByteSet set = Escapes.set(letter);
      if (set != null) {
        return ByteSet.of(first, '-').union(set);
      }
      last = escaped(letter);
    }
    if (last < first) {
      throw text.mistake("has a range in brackets that ends before it begins");
    }
    return ByteSet.range(first, last);
  }

  private int escaped(char letter) throws Mistake {
    return switch (letter) {
      case 'b' -> '\b';
      case '1', '2', '3', '4', '5', '6', '7' -> Escapes.octal(text, letter);
      default -> Escapes.single(text, letter);
    };
  }

  /** A kind of bytes by its name, as {@code :alpha:]}. */
  private ByteSet named(String name) throws Mistake {
    boolean isNegated = name.startsWith(":^");
    ByteSet set =
        switch (name.substring(isNegated ? 2 : 1, name.length() - 2)) {
          case "alpha" -> ByteSet.LETTER;
          case "digit" -> ByteSet.DIGIT;
          case "alnum" -> ByteSet.LETTER.union(ByteSet.DIGIT);
          case "upper" -> ByteSet.UPPER;
          case "lower" -> ByteSet.LOWER;
          case "space" -> ByteSet.SPACE;
          case "blank" -> ByteSet.of(' ', '\t');
          case "cntrl" -> ByteSet.range(0, 0x1F).union(ByteSet.of(0x7F));
          case "graph" -> ByteSet.range('!', '~');
          case "print" -> ByteSet.range(' ', '~');
          case "punct" ->
              ByteSet.where(
                  b -> b > ' ' && b < 0x7F && !ByteSet.LETTER.union(ByteSet.DIGIT).contains(b));
          case "xdigit" ->
              ByteSet.DIGIT.union(ByteSet.range('A', 'F')).union(ByteSet.range('a', 'f'));
          case "word" -> ByteSet.WORD;
          case "ascii" -> ByteSet.range(0, 0x7F);
          default -> throw text.mistake("has [" + name + ", which is not known");
        };
    return isNegated ? set.complement() : set;
  }

  private void requireMore() throws Mistake {
    if (text.isAtEnd()) {
      throw text.mistake("has a [ that is not closed");
    }
  }
}
