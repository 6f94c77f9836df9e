package org.lagroups.wormguard.runtime.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.control.ControlPoint;
import org.lagroups.node.control.api.Health;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.control.server.ControlServer;
import org.lagroups.node.control.server.EventLog;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.api.GuardAlerts;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.GuardStats.PartnerStats;
import org.lagroups.wormguard.api.Reasons;
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

class RunningGuardRoutesTest {

  private static final String TOKEN = "token";
  private static final String RULE =
      "drop udp any any -> any any (msg:\"one\"; content:\"worm\"; sid:1;)\n";

  private final Path folder;
  private final HomeFolder home;
  private final ControlServer node;
  private final ControlClient client;

  RunningGuardRoutesTest(@TempDir Path folder) {
    this.folder = folder;
    home = HomeFolder.at(folder);
    node =
        ControlServer.start(
            0,
            TOKEN,
            new RunningGuardRoutes(GuardControl.folder(home)).routes(),
            new EventLog("1"),
            new ControlServer.Builtin(() -> Health.of(List.of()), () -> ""));
    client = ControlClient.at(URI.create("http://127.0.0.1:" + node.port()), TOKEN);
  }

  @AfterEach
  void end() {
    node.close();
  }

  @Test
  void passOnWhatTheGuardOfTheHomeIsAsked() throws IOException, GuardException {
    Path rules = Files.writeString(folder.resolve("own.rules"), RULE);
    RuleBook book =
        RuleBook.open(
            new RuleSource(List.of(rules), Variables.DEFAULTS), AutomatonMatcher::compile);
    List<String> resumed = new ArrayList<>();
    try (InspectingJudge judge =
            new InspectingJudge(
                book, GateSettings.DEFAULT, InspectSettings.DEFAULT, _ -> {}, _ -> {});
        GuardControl _ =
            GuardControl.start(
                home,
                () -> stats(book, judge),
                book,
                new ReasonDesk(book, judge.docket(), 0),
                resumed::add)) {
      for (int i = 0; i < 2; i++) {
        byte[] worm = worm();
        judge.judge(MemorySegment.ofArray(worm), 0, worm.length, 1_000_000_000L);
      }
      judge.tend(0);
      assertThat(client.get(GuardRun.STATS, GuardStats.class).dropped()).isEqualTo(2);
      GuardAlerts all = client.get(GuardRun.ALERTS, GuardAlerts.class);
      assertThat(all.last()).isEqualTo(2);
      assertThat(all.alerts())
          .hasSize(2)
          .first()
          .satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("blocked");
            assertThat(alert.message()).isEqualTo("one");
          });
      assertThat(client.get(GuardRun.ALERTS + "?after=1", GuardAlerts.class).alerts()).hasSize(1);
      assertThat(client.post(GuardRun.WHY, new GuardRun.Question("1"), Reasons.class).decisions())
          .hasSize(2);
      assertThat(client.post(GuardRun.RELOAD, null, GuardRun.Reloaded.class).rules()).isEqualTo(1);
      refused("not-suspended", GuardRun.RESUME + ControlClient.escape("a/../b?c=d&e"));
      for (String hostile : List.of("-1", "1e9", "", "9".repeat(40), "1&after=2", "\u0661")) {
        assertThatThrownBy(() ->
                client.get(
                    GuardRun.ALERTS + "?after=" + ControlClient.escape(hostile), GuardAlerts.class))
            .as("%s", hostile)
            .isInstanceOfSatisfying(
                ControlException.class, e -> assertThat(e.code()).isEqualTo("bad-number"));
      }
    }
    refused("no-guard", GuardRun.RELOAD);
  }

  @Test
  void sayThatNoGuardRunsOrThatItIsSilent() throws IOException {
    refused("no-guard", GuardRun.RELOAD);
    Path state = Files.createDirectories(GuardControl.folder(home).state());
    Files.writeString(GuardControl.folder(home).controlToken(), TOKEN);
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.write(
          GuardControl.folder(home).controlFile(),
          Json.writeBytes(new ControlPoint(other.getLocalPort(), 1)));
      Thread.ofVirtual().start(() -> hangUp(other));
      refused("guard-silent", GuardRun.RELOAD);
    }
    assertThat(state).isDirectory();
    refused("no-guard", GuardRun.RELOAD);
  }

  private static void hangUp(ServerSocket other) {
    try {
      while (true) {
        other.accept().close();
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void refused(String code, String path) {
    assertThatThrownBy(() -> client.post(path, null, Object.class))
        .isInstanceOfSatisfying(
            ControlException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static GuardStats stats(RuleBook book, InspectingJudge judge) {
    return GuardReport.of(
        book.rulings(),
        judge.gateCounts(),
        judge.inspectCounts(),
        0,
        PartnerStats.NONE,
        BridgeCounts.NONE);
  }

  private static byte[] worm() {
    return PacketBytes.ethernet(
        PacketBytes.TYPE_IPV4,
        PacketBytes.ipv4(
            PacketBytes.A4,
            PacketBytes.B4,
            PacketBytes.UDP,
            PacketBytes.udp(1_234, 53, PacketBytes.text("a worm"))));
  }
}
