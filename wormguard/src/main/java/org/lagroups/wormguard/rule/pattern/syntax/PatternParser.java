package org.lagroups.wormguard.rule.pattern.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.text.Mistake;

/** Reads an expression. Each character of it is one byte. */
public final class PatternParser {

  /** The greatest count in braces. */
  public static final int MAX_REPEAT = 65_535;

  /** How deep groups may lie within each other. */
  public static final int MAX_DEPTH = 50;

  /** How many repetitions may follow each other, as in {@code (?:a{2}){3}} without the group. */
  private static final int MAX_TIMES = 4;

  private final PatternText text;
  private final Map<String, Integer> names = new HashMap<>();
  private PatternFlags flags;
  private int groups;
  private int depth;
  private int highestReference;

  private PatternParser(PatternText text, PatternFlags flags) {
    this.text = text;
    this.flags = flags;
  }

  /**
   * Reads an expression.
   *
   * @param keyword what a mistake is called by
   */
  public static Node parse(String keyword, String expression, PatternFlags flags) throws Mistake {
    PatternText text = new PatternText(keyword, expression);
    PatternParser parser = new PatternParser(text, flags);
    Node node = parser.choice();
    if (!text.isAtEnd()) {
      throw text.mistake("has a ) too many");
    }
    if (parser.highestReference > parser.groups) {
      throw text.mistake("refers to a group that it does not have");
    }
    return node;
  }

  private Node choice() throws Mistake {
    List<Node> alternatives = new ArrayList<>();
    do {
      alternatives.add(sequence());
    } while (text.take('|'));
    return alternatives.size() == 1 ? alternatives.getFirst() : new Node.Choice(alternatives);
  }

  private Node sequence() throws Mistake {
    List<Node> parts = new ArrayList<>();
    while (true) {
      text.skipBlanks(flags.isExtended());
      if (text.isAtEnd() || text.isNext('|') || text.isNext(')')) {
        return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts);
      }
      @Nullable Node atom = atom();
      if (atom != null) {
        parts.add(repeated(atom));
      }
    }
  }

  /** What may be repeated; null for what only changes how the rest is meant. */
  private @Nullable Node atom() throws Mistake {
    char c = text.next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Node.One(new ClassParser(text, flags.isCaseless()).parse());
      case '.' -> new Node.One(flags.isDotAll() ? ByteSet.ALL : ByteSet.NOT_LINE_FEED);
      case '^' -> new Node.Assertion(flags.isMultiline() ? Node.Kind.LINE_START : Node.Kind.START);
      case '$' -> new Node.Assertion(dollar());
      case '*', '+', '?' -> throw text.mistake("repeats nothing with " + c);
      case '\\' -> escape();
      default -> literal(c);
    };
  }

  private Node.Kind dollar() {
    if (flags.isMultiline()) {
      return Node.Kind.LINE_END;
    }
    return flags.isDollarEnd() ? Node.Kind.END : Node.Kind.LAST_END;
  }

  private Node literal(int b) {
    ByteSet set = ByteSet.of(b);
    return new Node.One(flags.isCaseless() ? set.caseless() : set);
  }

  private Node repeated(Node atom) throws Mistake {
    Node node = atom;
    for (int i = 0; i <= MAX_TIMES; i++) {
      text.skipBlanks(flags.isExtended());
      PatternText.@Nullable Times times = text.times();
      if (times == null) {
        return node;
      }
      boolean isLazy = text.take('?');
      boolean isPossessive = !isLazy && text.take('+');
      boolean isGreedy = isPossessive || isLazy == flags.isUngreedy();
      Node repeat = new Node.Repeat(node, times.least(), times.most(), isGreedy);
      node = isPossessive ? new Node.Atomic(repeat) : repeat;
    }
    throw text.mistake("repeats repetitions more than %d deep".formatted(MAX_TIMES));
  }

  private Node escape() throws Mistake {
    if (text.isAtEnd()) {
      throw text.mistake("ends in a backslash");
    }
    char c = text.next();
    return switch (c) {
      case 'A' -> new Node.Assertion(Node.Kind.START);
      case 'Z' -> new Node.Assertion(Node.Kind.LAST_END);
      case 'z' -> new Node.Assertion(Node.Kind.END);
      case 'b' -> new Node.Assertion(Node.Kind.BOUNDARY);
      case 'B' -> new Node.Assertion(Node.Kind.NO_BOUNDARY);
      case 'N' -> new Node.One(ByteSet.NOT_LINE_FEED);
      case 'C' -> new Node.One(ByteSet.ALL);
      case 'R' -> anyLineEnd();
      case 'g' -> reference(text.braced('{', '}'));
      case 'k' -> namedReference();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbered(c);
      default -> {
        @Nullable ByteSet set = Escapes.set(c);
        yield set != null ? new Node.One(set) : literal(Escapes.single(text, c));
      }
    };
  }

  private static Node anyLineEnd() {
    Node pair =
        new Node.Sequence(List.of(new Node.One(ByteSet.of('\r')), new Node.One(ByteSet.of('\n'))));
    return new Node.Atomic(new Node.Choice(List.of(pair, new Node.One(ByteSet.VERTICAL))));
  }

  /** A reference, or a byte in octal, if there are not that many groups before it. */
  private Node numbered(char digit) throws Mistake {
    int number = text.decimal(digit);
    if (number < 10 || number <= groups) {
      return reference(number);
    }
    text.back(String.valueOf(number).length() - 1);
    return literal(Escapes.octal(text, digit));
  }

  private Node reference(String number) throws Mistake {
    if (!number.matches("[1-9]\\d{0,2}")) {
      throw text.mistake("has \\g{" + number + "}, which is not supported");
    }
    return reference(Integer.parseInt(number));
  }

  private Node reference(int number) {
    highestReference = Math.max(highestReference, number);
    return new Node.Reference(number, flags.isCaseless());
  }

  private Node namedReference() throws Mistake {
    String name =
        text.isNext('{')
            ? text.braced('{', '}')
            : text.isNext('<') ? text.braced('<', '>') : text.braced('\'', '\'');
    return namedReference(name);
  }

  private Node namedReference(String name) throws Mistake {
    @Nullable Integer group = names.get(name);
    if (group == null) {
      throw text.mistake("refers to a group that is not before it: " + name);
    }
    return reference(group);
  }

  /** Behind an opening parenthesis. */
  private @Nullable Node group() throws Mistake {
    if (text.isNext('*')) {
      throw text.mistake("has (*, a verb, which is not supported");
    }
    if (!text.take('?')) {
      return capturing();
    }
    for (GroupKind kind : GroupKind.values()) {
      if (text.take(kind.opening())) {
        return kind.node(body());
      }
    }
    if (text.take("P=")) {
      return namedReference(text.upTo(")"));
    }
    if (text.take('#')) {
      text.upTo(")");
      return null;
    }
    if (text.take("P<") || text.take('<')) {
      return named(text.upTo(">"));
    }
    return text.take('\'') ? named(text.upTo("'")) : changed();
  }

  private Node named(String name) throws Mistake {
    if (!name.matches("[A-Za-z_]\\w{0,31}") || names.put(name, groups + 1) != null) {
      throw text.mistake("has a group named \"" + name + "\", which is no name, or not the first");
    }
    return capturing();
  }

  private Node capturing() throws Mistake {
    groups++;
    int number = groups;
    return new Node.Group(number, body());
  }

  /** Flags: up to the end of the group that they stand in, or for a group of their own. */
  private @Nullable Node changed() throws Mistake {
    PatternFlags before = flags;
    PatternFlags changed = flags;
    boolean isSet = true;
    while (!text.isNext(')') && !text.isNext(':')) {
      char c = text.isAtEnd() ? ')' : text.next();
      if (c == '-' && isSet) {
        isSet = false;
      } else if ("imsx".indexOf(c) >= 0) {
        changed = changed.with(c, isSet);
      } else {
        throw text.mistake("has (?" + c + ", which is not supported");
      }
    }
    flags = changed;
    if (text.take(')')) {
      return null;
    }
    text.next();
    Node body = body();
    flags = before;
    return body;
  }

  /** Up to the closing parenthesis, which is taken. */
  private Node body() throws Mistake {
    PatternFlags before = flags;
    depth++;
    if (depth > MAX_DEPTH) {
      throw text.mistake("has groups more than %d deep".formatted(MAX_DEPTH));
    }
    Node body = choice();
    if (!text.take(')')) {
      throw text.mistake("has a ( that is not closed");
    }
    depth--;
    flags = before;
    return body;
  }
}
