package org.lagroups.wormguard.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.rule.Direction;
import org.lagroups.wormguard.rule.Header;
import org.lagroups.wormguard.rule.address.PortSet;

/**
 * The rules for one kind of text, by the ports of its packets: nothing is looked for that no rule
 * for these ports asks for. Told apart are the ports that most rules name, as far as a few classes
 * of ports are enough; for the others all rules count that are not about the former alone. Where
 * both ports of a packet are told apart, which is seldom, all rules are tried. Immutable.
 */
final class PortGroups {

  /** How many times as many rules the groups may have together as there are. */
  private static final int MOST_TIMES = 4;

  private final PortClasses classes;
  private final Prefilter[] prefilters;

  private PortGroups(PortClasses classes, Prefilter[] prefilters) {
    this.classes = classes;
    this.prefilters = prefilters;
  }

  /**
   * Compiles rules for a kind of text.
   *
   * @param prefilters where those that are made are added
   */
  static PortGroups of(
      TextKind kind, List<JudgedRule> rules, MatcherCompiler compiler, List<Prefilter> prefilters) {
    List<Integer> all =
        IntStream.range(0, rules.size())
            .filter(number -> isAbout(kind, rules.get(number)))
            .boxed()
            .toList();
    PortClasses classes = kind.hasPorts() ? classes(all, rules) : PortClasses.ONE;
    Map<List<Integer>, Prefilter> made = new HashMap<>();
    Prefilter[] table =
        groups(classes, all, rules).stream()
            .map(group ->
                made.computeIfAbsent(
                    group,
                    numbers -> {
                      Prefilter prefilter =
                          Prefilter.of(prefilters.size(), numbers, rules, compiler);
                      prefilters.add(prefilter);
                      return prefilter;
                    }))
            .toArray(Prefilter[]::new);
    return new PortGroups(classes, table);
  }

  /** The rules for a packet from a port to another; both are 0 where it has none. */
  Prefilter at(int source, int destination) {
    return prefilters[classes.of(source) * classes.count() + classes.of(destination)];
  }

  private static boolean isAbout(TextKind kind, JudgedRule judged) {
    return kind.concerns(judged.rule().header().protocol(), judged.scope());
  }

  /** Tells as many sets of ports apart as there is room for, those first that most rules name. */
  private static PortClasses classes(List<Integer> all, List<JudgedRule> rules) {
    Map<PortSet, Integer> uses = new LinkedHashMap<>();
    for (int number : all) {
      Header header = rules.get(number).rule().header();
      Stream.of(header.source().ports(), header.destination().ports())
          .filter(set -> !set.isAny())
          .forEach(set -> uses.merge(set, 1, Integer::sum));
    }
    List<PortClasses> choices = new ArrayList<>(List.of(PortClasses.ONE));
    uses.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(PortClasses.MOST)
        .forEach(use -> choices.add(choices.getLast().with(use.getKey())));
    return choices.reversed().stream()
        .filter(classes -> size(groups(classes, all, rules)) <= (long) MOST_TIMES * all.size())
        .findFirst()
        .orElseThrow();
  }

  /** How many rules all groups have together. */
  private static long size(List<List<Integer>> groups) {
    return groups.stream().distinct().mapToLong(List::size).sum();
  }

  /** The rules for each class of the source's port and, within, of the destination's. */
  private static List<List<Integer>> groups(
      PortClasses classes, List<Integer> all, List<JudgedRule> rules) {
    int count = classes.count();
    return IntStream.range(0, count * count)
        .mapToObj(pair -> group(classes, pair / count, pair % count, all, rules))
        .toList();
  }

  private static List<Integer> group(
      PortClasses classes, int source, int destination, List<Integer> all, List<JudgedRule> rules) {
    int usual = classes.usual();
    if (source != usual && destination != usual) {
      return all;
    }
    return all.stream()
        .filter(number -> {
          Header header = rules.get(number).rule().header();
          return destination == usual
              ? (sources(classes, header) & 1 << source) != 0
              : (destinations(classes, header) & 1 << destination) != 0;
        })
        .toList();
  }

  /** The classes of ports from which packets to a usual port may be what a rule is about. */
  private static int sources(PortClasses classes, Header header) {
    return otherEnds(classes, header, header.destination().ports(), header.source().ports());
  }

  /** The classes of ports to which packets from a usual port may be. */
  private static int destinations(PortClasses classes, Header header) {
    return otherEnds(classes, header, header.source().ports(), header.destination().ports());
  }

  private static int otherEnds(PortClasses classes, Header header, PortSet usual, PortSet other) {
    boolean isBoth = header.direction() == Direction.BOTH;
    return (isUsual(classes, usual) ? classes.of(other) : 0)
        | (isBoth && isUsual(classes, other) ? classes.of(usual) : 0);
  }

  private static boolean isUsual(PortClasses classes, PortSet set) {
    return (classes.of(set) & 1 << classes.usual()) != 0;
  }
}
