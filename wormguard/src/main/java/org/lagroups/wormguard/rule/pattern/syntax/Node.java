package org.lagroups.wormguard.rule.pattern.syntax;

import java.util.List;

/** A part of an expression. */
public sealed interface Node {

  /** How often without a bound. */
  int UNBOUNDED = -1;

  /** One byte. */
  record One(ByteSet set) implements Node {}

  /** One after the other; nothing at all if there is none. */
  record Sequence(List<Node> parts) implements Node {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of these; what is first is tried first. */
  record Choice(List<Node> alternatives) implements Node {
    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** Again and again. */
  record Repeat(Node body, int least, int most, boolean isGreedy) implements Node {}

  /**
   * What is between capturing parentheses.
   *
   * @param number from 1
   */
  record Group(int number, Node body) implements Node {}

  /** No other way to match the body is tried once it was matched. */
  record Atomic(Node body) implements Node {}

  /** What lies ahead, or behind. */
  record Look(Node body, boolean isAhead, boolean isNegated) implements Node {}

  /** What a group matched. */
  record Reference(int group, boolean isCaseless) implements Node {}

  /** So many bytes back, to look behind. */
  record Back(int bytes) implements Node {}

  /** A condition about the place. */
  record Assertion(Kind kind) implements Node {}

  /** Conditions about a place. */
  enum Kind {
    /** The text begins. */
    START,
    /** A line begins. */
    LINE_START,
    /** The text ends. */
    END,
    /** The text ends, or a line feed that is its last byte follows. */
    LAST_END,
    /** A line ends. */
    LINE_END,
    /** A word begins or ends. */
    BOUNDARY,
    /** No word begins or ends. */
    NO_BOUNDARY
  }
}
