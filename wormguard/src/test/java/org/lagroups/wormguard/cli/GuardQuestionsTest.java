package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.enforce.GateCounts;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.runtime.guard.GuardControl;
import org.lagroups.wormguard.runtime.guard.GuardException;
import org.lagroups.wormguard.runtime.guard.GuardReport;
import org.lagroups.wormguard.runtime.guard.InspectingJudge;
import org.lagroups.wormguard.runtime.guard.ReasonDesk;
import org.lagroups.wormguard.runtime.guard.RuleBook;
import org.lagroups.wormguard.runtime.guard.RuleSource;
import org.lagroups.wormguard.testing.PacketBytes;
import org.lagroups.wormguard.testing.RuleTexts;

/** What a running guard is asked, as its operator types it. */
class GuardQuestionsTest {

  private static final String RULE =
      "drop udp any any -> any any (msg:\"%1$d\"; content:\"worm\"; sid:%1$d;)\n";

  private static final long FIRST_FLOW = 1_000;

  @TempDir private Path home = Path.of("");
  private Path rules = Path.of("");

  @BeforeEach
  void write() throws IOException {
    rules = Files.writeString(home.resolve("own.rules"), RULE.formatted(1));
  }

  @Test
  void areAnsweredByTheGuardOfTheHome() throws IOException, GuardException {
    RuleBook book =
        RuleBook.open(
            new RuleSource(List.of(rules), Variables.DEFAULTS), AutomatonMatcher::compile);
    GateCounts gate =
        new GateCounts(
            10, 3, 1, 0, 0, 0, 0, 0, RuleTexts.parse(List.of(RULE.formatted(7).strip())));
    List<String> resumed = new ArrayList<>();
    HomeFolder folder = HomeFolder.at(home);
    try (InspectingJudge judge =
        new InspectingJudge(
            book, GateSettings.DEFAULT, InspectSettings.DEFAULT, _ -> {}, _ -> {})) {
      GuardControl control =
          GuardControl.start(
              folder,
              () ->
                  GuardReport.of(
                      book.rulings(),
                      gate,
                      judge.inspectCounts(),
                      2,
                      new GuardStats.PartnerStats(true, false, 4, 1),
                      BridgeCounts.NONE),
              book,
              new ReasonDesk(book, judge.docket(), FIRST_FLOW),
              resumed::add);
      try {
        assertThat(Captured.at(home, "guard", "stats").out())
            .contains(
                "1, 0 refused",
                "10 frames",
                "3 frames",
                "[7], for blocking too much",
                "4 rules, 1 refused; the node DOES NOT");
        assertThat(Captured.at(home, "--json", "guard", "stats").json().get("dropped").asInt())
            .isEqualTo(3);
        Files.writeString(rules, RULE.formatted(1) + RULE.formatted(2));
        assertThat(Captured.at(home, "guard", "reload").out()).contains("2 rules");
        Files.writeString(rules, "no rule at all\n");
        Captured refused = Captured.at(home, "guard", "reload");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("the rules stay as they were");
        assertThat(book.rulings().rules()).hasSize(2);
        byte[] worm =
            PacketBytes.ethernet(
                PacketBytes.TYPE_IPV4,
                PacketBytes.ipv4(
                    PacketBytes.A4,
                    PacketBytes.B4,
                    PacketBytes.UDP,
                    PacketBytes.udp(1_234, 53, PacketBytes.text("a worm"))));
        judge.judge(MemorySegment.ofArray(worm), 0, worm.length, 1_000_000_000L);
        for (String subject :
            List.of("1", String.valueOf(FIRST_FLOW + 1), PacketBytes.A4, PacketBytes.B4 + ":53")) {
          assertThat(Captured.at(home, "guard", "why", subject).out())
              .as("%s", subject)
              .contains(
                  "rule 1 \"1\": drop\n  blocked        1\n",
                  PacketBytes.A4 + ":1234 -> " + PacketBytes.B4 + ":53, protocol 17, flow 1001",
                  "1970-01-01T00:00:01Z");
        }
        assertThat(Captured.at(home, "guard", "why", "2").out()).contains("held for no packet yet");
        assertThat(Captured.at(home, "guard", "why", PacketBytes.A4 + ":53").code()).isEqualTo(1);
        assertThat(Captured.at(home, "guard", "why", "worm").err()).contains("such as: 1000001");
        assertThat(Captured.at(home, "guard", "resume", "8").code()).isEqualTo(1);
        assertThat(Captured.at(home, "guard", "resume", "7").code()).isZero();
        assertThat(resumed).containsExactly("7");
        assertThat(ControlClient.of(GuardControl.folder(folder)).getText("/metrics"))
            .contains("\nlagroups_guard_dropped_frames_total 3\n", "events_lost_total 2\n");
      } finally {
        control.close();
      }
    }
    assertThat(Captured.at(home, "guard", "stats").err()).contains("no guard runs");
  }

  @Test
  void sayThatNoGuardRuns() {
    for (List<String> question :
        List.of(List.of("stats"), List.of("reload"), List.of("resume", "1"), List.of("why", "1"))) {
      List<String> all = new ArrayList<>(List.of("guard"));
      all.addAll(question);
      Captured asked = Captured.at(home, all.toArray(String[]::new));
      assertThat(asked.code()).as("%s", question).isEqualTo(1);
      assertThat(asked.err()).contains("no guard runs", "lag guard run");
    }
  }

  @Test
  void areNotNeededForTheUnit() {
    Captured unit = Captured.run("guard", "unit");
    assertThat(unit.code()).isZero();
    assertThat(unit.out())
        .contains("[Service]", "ExecStart=", "--user lag-guard", "Restart=always");
    assertThat(Captured.run("--json", "guard", "unit").json().get("name").asString())
        .isEqualTo("lag-guard.service");
  }
}
