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
 * Which rules may hold for one kind of text: those whose literal is in it, and those without one.
 * Immutable; rules are told by number.
 */
final class Prefilter implements AutoCloseable {

  private final List<LiteralMatcher> matchers;
  private final int[][] rulesByLiteral;
  private final int[] always;

  private Prefilter(List<LiteralMatcher> matchers, int[][] rulesByLiteral, int[] always) {
    this.matchers = matchers;
    this.rulesByLiteral = rulesByLiteral;
    this.always = always;
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

  @Override
  public void close() {
    matchers.forEach(LiteralMatcher::close);
  }

  /** Takes rules, in ascending order of their numbers. For one thread. */
  static final class Builder {

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

    Prefilter build(MatcherCompiler compiler) {
      List<LiteralMatcher> matchers = new ArrayList<>();
      for (LiteralSet.Builder set : sets) {
        matchers.add(compiler.compile(set.build(), Reporting.FIRST_END));
      }
      return new Prefilter(
          List.copyOf(matchers),
          rulesByLiteral.stream().map(Builder::array).toArray(int[][]::new),
          array(always));
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
