package org.lagroups.scenarios.bench.guard.rules;

/** What a made rule asks for. */
public enum RuleKind {
  /** The literal, anywhere. */
  PLAIN,
  /** The literal, and behind it other letters in either case. */
  CHAIN,
  /** The literal at a stated place of the payload. */
  PLACED,
  /** The literal, and behind it what a regular expression says. */
  PATTERN,
  /** A literal that much of the traffic holds, and behind it what hardly any does. */
  COMMON
}
