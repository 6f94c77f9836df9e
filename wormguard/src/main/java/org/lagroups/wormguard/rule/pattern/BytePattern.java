package org.lagroups.wormguard.rule.pattern;

import org.lagroups.wormguard.rule.pattern.syntax.Node;
import org.lagroups.wormguard.rule.pattern.syntax.PatternFlags;
import org.lagroups.wormguard.rule.pattern.syntax.PatternParser;
import org.lagroups.wormguard.rule.text.Mistake;

/**
 * A regular expression over bytes, with the syntax and the meaning of PCRE. Immutable; looked for
 * by a {@link PatternSearch}.
 */
public final class BytePattern {

  /** The longest expression. */
  public static final int MAX_LENGTH = 8_192;

  /**
   * The most steps that an expression may be made of. A group that is repeated is so many times as
   * long.
   */
  public static final int MAX_STEPS = 20_000;

  private final String expression;
  private final PatternFlags flags;
  private final Program program;

  private BytePattern(String expression, PatternFlags flags, Program program) {
    this.expression = expression;
    this.flags = flags;
    this.program = program;
  }

  /**
   * Compiles an expression.
   *
   * @param keyword what a mistake is called by
   * @param expression one byte a character
   */
  public static BytePattern compile(String keyword, String expression, PatternFlags flags)
      throws Mistake {
    if (expression.length() > MAX_LENGTH) {
      throw new Mistake(keyword, "is longer than %d bytes".formatted(MAX_LENGTH));
    }
    Node node = PatternParser.parse(keyword, expression, flags);
    return new BytePattern(expression, flags, Compiler.compile(keyword, node, flags.isAnchored()));
  }

  /** How many steps it is made of. */
  public int steps() {
    return program.operations().length;
  }

  Program program() {
    return program;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BytePattern pattern
        && expression.equals(pattern.expression)
        && flags.equals(pattern.flags);
  }

  @Override
  public int hashCode() {
    return 31 * expression.hashCode() + flags.hashCode();
  }

  @Override
  public String toString() {
    return "/" + expression + "/" + flags;
  }
}
