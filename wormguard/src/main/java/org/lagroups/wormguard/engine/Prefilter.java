package org.lagroups.wormguard.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralSet;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.match.Reporting;
import org.lagroups.wormguard.rule.payload.Content;

/**
 * Which of some rules may hold for a text: those whose literal is in it, and those without one.
 * Immutable; rules are told by number.
 */
final class Prefilter implements AutoCloseable {

  /** What {@link #bytesBefore} is where no rule is about streams. */
  private static final int NONE = -1;

  private final int place;
  private final List<LiteralMatcher> matchers;
  private final int[][] rulesByLiteral;
  private final int[] always;
  private final int bytesBefore;

  private Prefilter(
      int place,
      List<LiteralMatcher> matchers,
      int[][] rulesByLiteral,
      int[] always,
      int bytesBefore) {
    this.place = place;
    this.matchers = matchers;
    this.rulesByLiteral = rulesByLiteral;
    this.always = always;
    this.bytesBefore = bytesBefore;
  }

  /**
   * Compiles rules.
   *
   * @param place in the list of all prefilters
   * @param numbers which rules, in ascending order
   */
  static Prefilter of(
      int place, List<Integer> numbers, List<JudgedRule> rules, MatcherCompiler compiler) {
    Builder builder = new Builder();
    int bytesBefore = NONE;
    for (int number : numbers) {
      JudgedRule rule = rules.get(number);
      builder.add(number, rule.literal());
      bytesBefore = Math.max(bytesBefore, rule.scope().inStream() ? rule.bytesBefore() : NONE);
    }
    return builder.build(place, bytesBefore, compiler);
  }

  /** Which of all prefilters this is. */
  int place() {
    return place;
  }

  List<LiteralMatcher> matchers() {
    return matchers;
  }

  /** The rules that have a literal. */
  int[] rules(int literal) {
    return rulesByLiteral[literal];
  }

  /** The rules that have none. */
  int[] always() {
    return always;
  }

  /** Whether any rule is about what streams carry. */
  boolean isAboutStreams() {
    return bytesBefore != NONE;
  }

  /**
   * How many of the bytes before new ones of a stream matter, if no rule waits there for what it
   * needs besides its literal; {@link Integer#MAX_VALUE} if all do.
   */
  int bytesBefore() {
    return bytesBefore;
  }

  @Override
  public void close() {
    matchers.forEach(LiteralMatcher::close);
  }

  /** Takes rules, in ascending order of their numbers. For one thread. */
  private static final class Builder {

    private record Key(Bytes bytes, boolean isCaseless) {}

    private final Map<Key, Integer> literals = new HashMap<>();
    private final List<List<Integer>> rulesByLiteral = new ArrayList<>();
    private final List<LiteralSet.Builder> sets = new ArrayList<>();
    private final List<Integer> always = new ArrayList<>();

    /** Adds a rule, with the content that is looked for if it has one. */
    void add(int rule, Optional<Content> content) {
      if (content.isEmpty()) {
        always.add(rule);
        return;
      }
      Key key = new Key(content.get().bytes(), content.get().isCaseless());
      int literal = literals.computeIfAbsent(key, this::literal);
      rulesByLiteral.get(literal).add(rule);
    }

    Prefilter build(int place, int bytesBefore, MatcherCompiler compiler) {
      List<LiteralMatcher> matchers = new ArrayList<>();
      for (LiteralSet.Builder set : sets) {
        matchers.add(compiler.compile(set.build(), Reporting.FIRST_END));
      }
      return new Prefilter(
          place,
          List.copyOf(matchers),
          rulesByLiteral.stream().map(Builder::array).toArray(int[][]::new),
          array(always),
          bytesBefore);
    }

    /** Begins another set where one is full: no set refuses its first literal for its size. */
    private int literal(Key key) {
      int id = rulesByLiteral.size();
      Literal literal = new Literal(id, key.bytes(), key.isCaseless());
      if (sets.isEmpty() || sets.getLast().add(literal).isPresent()) {
        sets.add(LiteralSet.builder());
        sets.getLast()
            .add(literal)
            .ifPresent(refusal -> {
              throw new IllegalArgumentException("a content " + refusal.text());
            });
      }
      rulesByLiteral.add(new ArrayList<>());
      return id;
    }

    private static int[] array(List<Integer> numbers) {
      return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
