package org.lagroups.core.monitor.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.testing.TestSubjects;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.seed.Seeds;

/** An application's own test in a few lines, and that the documentation quotes it. */
final class DiskWatchTest {

  private static final String PATH =
      "lagroups/core/src/test/java/org/lagroups/core/monitor/battery/DiskWatch.java";

  @Test
  void vouchesForWhoAnswersAndHasRoomOnItsDisk() {
    Simulation sim = new Simulation(Seeds.one());
    SimNode<HeartbeatMachine> node = sim.addNode("node", DiskWatchTest::install);
    SimNode<HeartbeatMachine> peer = sim.addNode("peer", DiskWatchTest::install);
    node.keepLink(peer);
    DiskWatch disks = new DiskWatch();
    Subject subject = new Subject(TestSubjects.GROUP, GroupSettings.DEFAULT, peer.id());
    OngoingTest test = disks.monitor(node.app()).start(subject, verdict -> {});
    sim.runFor(Duration.ofSeconds(10));
    assertThat(test.verdict()).isEqualTo(new Verdict.Pending());

    report(disks, peer, 2_000_000, 5);
    assertThat(test.verdict()).isInstanceOf(Verdict.Pass.class);
    report(disks, peer, 5, 3);
    assertThat(test.verdict())
        .isEqualTo(new Verdict.Fail(new Reason(ReasonCode.UNSPECIFIED, "its disk is full")));
  }

  @Test
  void isQuotedInTheDocumentation() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(PATH))) {
      root = Objects.requireNonNull(root.getParent(), "the example is not where it should be");
    }
    String code = Files.readString(root.resolve(PATH));
    String example =
        code.substring(code.indexOf("// begin") + 8, code.indexOf("// end")).stripIndent().strip();
    assertThat(Files.readString(root.resolve("docs/MONITORS.md")).replaceAll("(?m)^ +", ""))
        .contains(example.replaceAll("(?m)^ +", ""));
  }

  private static HeartbeatMachine install(Host host) {
    return host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
  }

  private static void report(
      DiskWatch disks, SimNode<HeartbeatMachine> peer, long freeBytes, int times) {
    for (int i = 0; i < times; i++) {
      disks.onReport(peer.id(), freeBytes, 0);
    }
  }
}
