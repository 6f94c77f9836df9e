package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.wormguard.api.EnforcedRules;
import org.lagroups.wormguard.api.EnforcedRules.Enforced;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.Reasons;
import org.lagroups.wormguard.enforce.GateCounts;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.enforce.Outcome;
import org.lagroups.wormguard.enforce.Treatment;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.testing.PacketBytes;

/** What a node says, and what a gateway makes of it. */
class NodeLinkTest {

  private static final String RULE =
      "alert udp any any -> any any (msg:\"theirs\"; content:\"inert-marker\"; sid:1;)";
  private static final String OWN =
      "drop udp any any -> any any (msg:\"own\"; content:\"own\"; sid:1;)\n";
  private static final GroupId GROUP = GroupId.random(RandomGenerator.getDefault());
  private static final long SENDER = 0xffff_c000_0201L;
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR_MILLIS = 3_600_000;

  private final Path file;
  private final RuleBook book;
  private final InspectingJudge judge;
  private final NodeLink link;
  private EnforcedRules said = new EnforcedRules(List.of(), false, List.of());
  private boolean isGone;
  private long nanos = SECOND;

  NodeLinkTest(@TempDir Path folder) throws IOException, GuardException {
    file = Files.writeString(folder.resolve("own.rules"), OWN);
    book =
        RuleBook.open(new RuleSource(List.of(file), Variables.DEFAULTS), AutomatonMatcher::compile);
    InspectSettings small =
        InspectSettings.DEFAULT
            .withFlows(FlowSettings.of(64, 100 * SECOND))
            .withWindows(8, 64)
            .withMarks(64);
    judge = new InspectingJudge(book, GateSettings.DEFAULT, small, _ -> {}, _ -> {});
    link = new NodeLink(this::answer, book);
  }

  @AfterEach
  void close() {
    link.close();
    judge.close();
  }

  @Test
  void enforcesWhatTheNodeSaysBesidesOnesOwnOfTheSameNumber() {
    say(List.of(one(1, RULE, false, HOUR_MILLIS)), false);
    assertThat(udp("inert-marker")).isEqualTo(Treatment.DROP);
    assertThat(udp("own")).isEqualTo(Treatment.DROP);
    assertThat(udp("nothing")).isEqualTo(Treatment.FORWARD);
    assertThat(link.stats()).isEqualTo(new GuardStats.PartnerStats(true, true, 1, 0));
    say(List.of(), false);
    assertThat(udp("inert-marker")).isEqualTo(Treatment.FORWARD);
    assertThat(udp("own")).isEqualTo(Treatment.DROP);
  }

  @Test
  void endsWithThePartnersWordThoughTheNodeIsGone() {
    say(List.of(one(1, RULE, false, 2_000)), false);
    isGone = true;
    assertThat(link.ask()).isFalse();
    assertThat(udp("inert-marker")).isEqualTo(Treatment.DROP);
    long begun = System.nanoTime();
    while (udp("inert-marker") == Treatment.DROP) {
      assertThat(System.nanoTime() - begun).isLessThan(10 * SECOND);
      LockSupport.parkNanos(SECOND / 100);
    }
    assertThat(link.stats().rules()).isZero();
    assertThat(judgeCounts().ofLapsed()).isPositive();
    isGone = false;
    say(List.of(one(1, RULE, false, HOUR_MILLIS)), false);
    assertThat(udp("inert-marker")).isEqualTo(Treatment.DROP);
  }

  @Test
  void tellsWhatCameOfSharedRulesAndWhy() {
    ReasonDesk desk = new ReasonDesk(book, judge.docket(), 0);
    say(List.of(one(1, RULE, false, HOUR_MILLIS)), false);
    udp("inert-marker");
    say(List.of(one(1, RULE, true, HOUR_MILLIS)), false);
    udp("inert-marker");
    Reasons both = desk.ask("1").orElseThrow();
    assertThat(both.rules()).extracting(Reasons.OfRule::rule).hasSize(2).contains("1");
    String signature = both.decisions().getFirst().rule();
    assertThat(signature).hasSize(64);
    Reasons reasons = desk.ask(signature).orElseThrow();
    assertThat(reasons.rules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.isLoaded()).isTrue();
          assertThat(rule.counts()).isEqualTo(Map.of("blocked", 1L, "dry-run", 1L));
        });
    assertThat(reasons.decisions())
        .extracting(Reasons.OfPacket::outcome)
        .containsExactly(Outcome.DRY_RUN.text(), Outcome.BLOCKED.text());
  }

  @Test
  void blocksNothingOnceItIsOver() {
    say(List.of(one(1, RULE, false, 0)), false);
    assertThat(udp("inert-marker")).isEqualTo(Treatment.FORWARD);
  }

  @Test
  void triesOutWhatTheOperatorWantsTriedOut() {
    say(List.of(one(1, RULE, true, HOUR_MILLIS)), false);
    assertThat(udp("inert-marker")).isEqualTo(Treatment.FORWARD);
    say(List.of(one(1, RULE, false, HOUR_MILLIS)), true);
    assertThat(udp("inert-marker")).isEqualTo(Treatment.FORWARD);
    assertThat(udp("own")).isEqualTo(Treatment.FORWARD);
  }

  @Test
  void sparesTheAddressesThatTheNodeNames() {
    said =
        new EnforcedRules(
            List.of(one(1, RULE, false, HOUR_MILLIS)), false, List.of("192.0.2.0/24"));
    ask();
    assertThat(udp("inert-marker")).isEqualTo(Treatment.FORWARD);
    assertThat(udp("own")).isEqualTo(Treatment.FORWARD);
    said = new EnforcedRules(said.signatures(), false, List.of("no address"));
    assertThat(link.ask()).isFalse();
    judge.tend(nanos);
    assertThat(udp("own")).as("as before").isEqualTo(Treatment.FORWARD);
  }

  @Test
  void whatIsBlockedElsewhereEndsWithWhatLetItBegin() throws GuardException, IOException {
    RuleKey shared = RuleKey.ofShared("%064x".formatted(1));
    RuleKey own = book.rulings().rules().getFirst().key();
    say(List.of(one(1, RULE, false, HOUR_MILLIS)), false);
    assertThat(left(shared)).isBetween(1L, HOUR_MILLIS);
    assertThat(left(own)).isEqualTo(Long.MAX_VALUE);
    say(List.of(one(1, RULE, true, HOUR_MILLIS)), false);
    assertThat(left(shared)).as("tried out").isZero();
    assertThat(left(own)).isPositive();
    say(List.of(one(1, RULE, false, HOUR_MILLIS)), true);
    assertThat(left(own)).as("all are tried out").isZero();
    said = new EnforcedRules(said.signatures(), false, List.of("192.0.2.0/24"));
    ask();
    assertThat(left(shared)).as("never blocked").isZero();
    say(List.of(), false);
    assertThat(left(shared)).as("withdrawn").isZero();
    Files.writeString(file, RULE);
    book.reload();
    assertThat(left(own)).as("no rule of one's own any more").isZero();
  }

  private long left(RuleKey rule) {
    return book.leftMillis(rule, 0, SENDER);
  }

  @Test
  void takesNoRuleThatMayNotBeSharedNorMoreThanThereIsRoomFor() {
    List<Enforced> many = new ArrayList<>();
    many.add(
        one(1, "pass udp any any -> any any (content:\"inert-marker\"; sid:1;)", false, 9_000));
    many.add(one(2, "drop udp any any -> any any (content:\"a\"; sid:1;)", false, 9_000));
    many.add(new Enforced(GROUP, "no ID", RULE, false, Long.MAX_VALUE));
    many.add(one(3, RULE, false, Long.MAX_VALUE / 2));
    say(many, false);
    assertThat(udp("a")).isEqualTo(Treatment.FORWARD);
    assertThat(udp("inert-marker")).isEqualTo(Treatment.DROP);
    assertThat(link.stats()).isEqualTo(new GuardStats.PartnerStats(true, true, 1, 3));
    many.clear();
    for (int i = 0; i <= SharedRules.MOST; i++) {
      many.add(one(i, RULE, false, HOUR_MILLIS));
    }
    SharedRules all = SharedRules.of(new EnforcedRules(many, false, List.of()), SharedRules.NONE);
    assertThat(all.rules()).hasSize(SharedRules.MOST);
    assertThat(all.refused()).isEqualTo(1);
  }

  private void say(List<Enforced> signatures, boolean isDryRun) {
    said = new EnforcedRules(signatures, isDryRun, List.of());
    ask();
  }

  private void ask() {
    assertThat(link.ask()).isTrue();
    judge.tend(nanos);
  }

  private EnforcedRules answer() {
    if (isGone) {
      throw new ControlException(ControlException.NOT_RUNNING, "no node runs", "");
    }
    return said;
  }

  private static Enforced one(int id, String rule, boolean isDryRun, long leftMillis) {
    return new Enforced(
        GROUP,
        "%064x".formatted(id),
        rule,
        isDryRun,
        leftMillis > HOUR_MILLIS ? leftMillis : System.currentTimeMillis() + leftMillis);
  }

  private GateCounts judgeCounts() {
    judge.tend(nanos);
    return judge.gateCounts();
  }

  private Treatment udp(String payload) {
    nanos += SECOND / 100;
    byte[] frame =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                PacketBytes.A4,
                PacketBytes.B4,
                PacketBytes.UDP,
                PacketBytes.udp(1, 2, PacketBytes.text(payload))));
    MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, frame);
    return judge.judge(memory, 0, frame.length, nanos);
  }
}
