package org.lagroups.wormguard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.engine.header.FlowBitNames;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.rule.Direction;
import org.lagroups.wormguard.rule.Header;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.testing.PacketBytes;
import org.lagroups.wormguard.testing.RuleTexts;

/** Rules that are told apart by the ports they name find what all of them together would. */
final class PortGroupsTest {

  private static final String[] SPECS = {
    "any",
    "any",
    "80",
    "!80",
    "[80,443,8080]",
    "25",
    "53",
    "[1:1023]",
    "1024:",
    "!53",
    "5060",
    "[20:30,!22]",
    "445",
    "[80:90,!85]",
    "0",
    "65535",
    "21",
    "23",
    "110",
    "143",
    "[6000:6100]"
  };

  private static final int[] PORTS = {
    0, 21, 22, 23, 25, 53, 79, 80, 85, 90, 91, 110, 143, 443, 445, 1_023, 1_024, 5_060, 6_050,
    8_080, 40_000, 65_535
  };

  @Test
  void holdForTheirPortsAndForNoOthers() {
    Seeds.forEach(3, 300, seed -> check(new SplittableRandom(seed)));
  }

  @Test
  void lookForNothingThatNoRuleForThesePortsAsksFor() {
    List<JudgedRule> rules =
        judged(
            "alert tcp any any -> any 80 (content:\"abc\"; sid:1;)",
            "alert tcp any 25 <> any any (content:\"defg\"; dsize:>9; sid:2;)");
    PortGroups groups = groups(rules);
    assertThat(groups.at(40_000, 443).matchers()).isEmpty();
    assertThat(groups.at(80, 40_000).matchers()).isEmpty();
    assertThat(groups.at(40_000, 443).isAboutStreams()).isFalse();
    assertThat(groups.at(40_000, 80).matchers()).hasSize(1);
    assertThat(groups.at(40_000, 80).bytesBefore()).isEqualTo(2);
    assertThat(groups.at(40_000, 25).matchers()).hasSize(1);
    assertThat(groups.at(25, 40_000)).isSameAs(groups.at(40_000, 25));
    assertThat(groups.at(25, 40_000).isAboutStreams()).isFalse();
  }

  @Test
  void tellFewClassesOfPortsApart() {
    String[] texts =
        IntStream.rangeClosed(1, 164)
            .mapToObj(sid ->
                "alert tcp any any -> any %d (content:\"<%d>\"; sid:%d;)"
                    .formatted(sid <= 160 ? sid % 16 + 1 : sid, sid, sid))
            .toArray(String[]::new);
    PortGroups groups = groups(judged(texts));
    long apart =
        IntStream.rangeClosed(1, 200).mapToObj(port -> groups.at(40_000, port)).distinct().count();
    assertThat(apart).isEqualTo(PortClasses.MOST);
  }

  @Test
  void compileFewTimesAsMuchWhereMostRulesAreForAllPorts() {
    List<JudgedRule> rules =
        judged(
            Stream.concat(
                    IntStream.rangeClosed(1, 80)
                        .mapToObj(sid ->
                            "alert tcp any any -> any any (content:\"<%d>\"; sid:%d;)"
                                .formatted(sid, sid)),
                    IntStream.rangeClosed(81, 100)
                        .mapToObj(sid ->
                            "alert tcp any any -> any %d (content:\"<%d>\"; sid:%d;)"
                                .formatted(sid, sid, sid)))
                .toArray(String[]::new));
    int[] literals = new int[1];
    PortGroups.of(
        TextKind.LONE_TCP,
        rules,
        (set, reporting) -> {
          literals[0] += set.size();
          return AutomatonMatcher.compile(set, reporting);
        },
        new ArrayList<>());
    assertThat(literals[0]).isBetween(101, 400);
  }

  private static void check(SplittableRandom random) {
    String[] texts =
        IntStream.rangeClosed(1, 40)
            .mapToObj(sid ->
                "alert udp any %s %s any %s (content:\"x\"; sid:%d;)"
                    .formatted(
                        spec(random), random.nextInt(4) == 0 ? "<>" : "->", spec(random), sid))
            .toArray(String[]::new);
    List<Rule> rules = RuleTexts.parse(List.of(texts));
    try (Guarding guarding = Guarding.with(texts)) {
      for (int i = 0; i < 60; i++) {
        int source = port(random);
        int destination = port(random);
        byte[] frame =
            Guarding.frame(PacketBytes.UDP, PacketBytes.udp(source, destination, text("x")));
        assertThat(guarding.judge(frame, NoFlow.NO_FLOW))
            .as("%s, from %d to %d", String.join("\n", texts), source, destination)
            .containsExactlyElementsOf(
                rules.stream()
                    .filter(rule -> isAbout(rule.header(), source, destination))
                    .map(rule -> rule.id().signature())
                    .toList());
      }
    }
  }

  private static boolean isAbout(Header header, int source, int destination) {
    return isForward(header, source, destination)
        || (header.direction() == Direction.BOTH && isForward(header, destination, source));
  }

  private static boolean isForward(Header header, int source, int destination) {
    return header.source().ports().contains(source)
        && header.destination().ports().contains(destination);
  }

  private static String spec(SplittableRandom random) {
    return SPECS[random.nextInt(SPECS.length)];
  }

  private static int port(SplittableRandom random) {
    return PORTS[random.nextInt(PORTS.length)];
  }

  private static List<JudgedRule> judged(String... texts) {
    FlowBitNames names = new FlowBitNames();
    return RuleTexts.parse(List.of(texts)).stream()
        .map(rule -> new JudgedRule(rule, names))
        .toList();
  }

  private static PortGroups groups(List<JudgedRule> rules) {
    return PortGroups.of(
        TextKind.STREAMED_TCP, rules, AutomatonMatcher::compile, new ArrayList<>());
  }
}
