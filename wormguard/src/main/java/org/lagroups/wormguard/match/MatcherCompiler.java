package org.lagroups.wormguard.match;

/** Makes matchers. Any thread may use it. */
@FunctionalInterface
public interface MatcherCompiler {

  /** Takes up to seconds for thousands of literals. */
  LiteralMatcher compile(LiteralSet literals, Reporting reporting);
}
