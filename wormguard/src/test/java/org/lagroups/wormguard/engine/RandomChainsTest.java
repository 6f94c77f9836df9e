package org.lagroups.wormguard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

/**
 * Random chains of contents on random texts, by both matchers, against an oracle that keeps every
 * place where the cursor may be, instead of trying one after another.
 */
final class RandomChainsTest {

  private static final int RULES = 300;
  private static final int TEXTS = 60;

  private record Step(String text, boolean isNegated, boolean isRelative, int begin, int width) {

    String option() {
      String place =
          isRelative
              ? "distance:%d; within:%d;".formatted(begin, width)
              : "offset:%d; depth:%d;".formatted(begin, width);
      return "content:%s\"%s\"; %s".formatted(isNegated ? "!" : "", text, place);
    }

    /** Where the cursor may be behind it. */
    Set<Integer> after(Set<Integer> cursors, String in) {
      Set<Integer> after = new TreeSet<>();
      for (int cursor : cursors) {
        int base = isRelative ? cursor + begin : begin;
        Set<Integer> ends = new TreeSet<>();
        for (int at = Math.max(0, base); at + text.length() <= base + width; at++) {
          if (in.startsWith(text, at)) {
            ends.add(at + text.length());
          }
        }
        if (!isNegated) {
          after.addAll(ends);
        } else if (ends.isEmpty()) {
          after.add(cursor);
        }
      }
      return after;
    }
  }

  @Test
  void holdWhereTheOracleSays() {
    Seeds.forEach(3, 300, seed -> check(new SplittableRandom(seed)));
  }

  private static void check(SplittableRandom random) {
    List<List<Step>> chains = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (int sid = 1; sid <= RULES; sid++) {
      List<Step> chain = chain(random);
      chains.add(chain);
      String options = String.join(" ", chain.stream().map(Step::option).toList());
      rules.add("alert udp any any -> any any (%s sid:%d;)".formatted(options, sid));
    }
    long alerts = 0;
    try (Guarding automaton = Guarding.with(rules.toArray(String[]::new));
        Guarding best = Guarding.natively(rules)) {
      for (int i = 0; i < TEXTS; i++) {
        String text = letters(random, 1 + random.nextInt(30));
        List<Long> expected = expected(chains, text);
        assertThat(automaton.udp(text(text))).as(text).isEqualTo(expected);
        assertThat(best.udp(text(text))).as(text).isEqualTo(expected);
        alerts += expected.size();
      }
    }
    assertThat(alerts).as("that something was found").isGreaterThan(TEXTS);
  }

  private static List<Long> expected(List<List<Step>> chains, String text) {
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      Set<Integer> cursors = Set.of(0);
      for (Step step : chains.get(i)) {
        cursors = step.after(cursors, text);
      }
      if (!cursors.isEmpty()) {
        expected.add(i + 1L);
      }
    }
    return expected;
  }

  private static List<Step> chain(SplittableRandom random) {
    List<Step> chain = new ArrayList<>();
    int length = 1 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      String text = letters(random, 1 + random.nextInt(3));
      boolean isRelative = i > 0 && random.nextInt(4) > 0;
      int begin = isRelative ? random.nextInt(7) - 3 : random.nextInt(10);
      int width = text.length() + random.nextInt(12);
      chain.add(new Step(text, random.nextInt(5) == 0, isRelative, begin, width));
    }
    return chain;
  }

  private static String letters(SplittableRandom random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append((char) ('a' + random.nextInt(2)));
    }
    return letters.toString();
  }
}
