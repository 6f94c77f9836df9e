package org.lagroups.node.runtime.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.monitor.kit.BatteryPlan;
import org.lagroups.core.monitor.kit.KitSettings;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.core.monitor.link.FloodSettings;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.config.TestConfig;
import org.lagroups.node.testing.TestGroup;
import org.lagroups.node.testing.TestNodes;

/** Members that go wrong, on real sockets, and what becomes of them. */
@Tag("network")
class MonitoredMembersTest {

  private static final long VALIDITY_MILLIS = 3_000;

  @TempDir private Path folder;
  private final LinkedBlockingQueue<GroupEvent> news = new LinkedBlockingQueue<>();
  private TestNodes nodes;

  @BeforeEach
  void begin() {
    nodes = new TestNodes(folder);
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void whoFloodsLosesItsAttestationAndGetsItBackOnceItBehaves() {
    FloodModule flood = new FloodModule();
    NodeProcess alice = nodes.start("alice", tests(TestKind.FLOOD));
    nodes.start("bob", flood);
    TestGroup group = formGroup(alice);

    flood.flood(true);
    TestNodes.await("alice withdraws", () -> isTested(group, "fail"));
    assertThat(whyOf("flood", group)).isEqualTo("flooding");
    assertThat(withdrawal()).contains(ReasonCode.FLOODING);
    Captured shown =
        Captured.run("--home", nodes.home("alice").state().toString(), "group", "show");
    assertThat(shown.out()).containsPattern("fails: .*flood flooding sent more than is acceptable");
    assertThat(nodes.client("alice").getText("/metrics"))
        .contains("lagroups_battery_failed_total{reason=\"flooding\"} 1.0")
        .contains("lagroups_test_failing{test=\"flood\"} 1.0");

    flood.flood(false);
    group.awaitAttestations("alice", 2);
  }

  @Test
  void whoBecomesSlowLosesItsAttestationAndGetsItBackOnceItIsFast() {
    AtomicLong delay = new AtomicLong();
    NodeProcess alice = nodes.start("alice", tests(TestKind.LATENCY));
    nodes.start(
        "bob",
        options ->
            options.withTransport((loop, identity, bind, allowed, listener) ->
                options
                    .transport()
                    .open(
                        loop,
                        identity,
                        bind,
                        allowed,
                        new DelayedArrivals(listener, loop, delay))));
    TestGroup group = formGroup(alice);
    TestNodes.await(
        "alice knows how fast bob usually is",
        () -> nodes.client("alice").getText("/metrics").contains(GOOD_ROUND_TRIPS));

    delay.set(120);
    TestNodes.await("alice withdraws", () -> isTested(group, "fail"));
    assertThat(whyOf("latency", group)).isEqualTo("too-slow");
    assertThat(withdrawal()).contains(ReasonCode.TOO_SLOW);

    delay.set(0);
    group.awaitAttestations("alice", 2);
  }

  private static final String GOOD_ROUND_TRIPS =
      "lagroups_test_findings_total{finding=\"good\",test=\"latency\"} 4.0";

  /** With windows of a tenth of a second, and a ceiling that loopback reaches. */
  private static UnaryOperator<NodeOptions> tests(TestKind kind) {
    KitSettings kit = KitSettings.DEFAULT.withFloodCeiling(300, 1e9);
    KitSettings quick =
        new KitSettings(
            BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT, kind)),
            kit.byGroup(),
            kit.latency(),
            kit.throughput(),
            new FloodSettings(kit.flood().messages(), kit.flood().bytes(), Duration.ofMillis(100)),
            kit.votes());
    return options ->
        options.withConfig(
            config -> options.config().apply(config).withTests(TestConfig.DEFAULT.withKit(quick)));
  }

  private TestGroup formGroup(NodeProcess alice) {
    TestGroup group = TestGroup.create(nodes, "alice", VALIDITY_MILLIS);
    alice.node().loop().run(() -> alice.node().groups().attestsChange(group.id(), news::add));
    group.admit("alice", "bob");
    group.awaitAttestations("alice", 2);
    news.clear();
    return group;
  }

  private boolean isTested(TestGroup group, String says) {
    return group.view("alice").tested().stream().anyMatch(tested -> tested.says().equals(says));
  }

  private String whyOf(String test, TestGroup group) {
    return group.view("alice").tested().stream()
        .flatMap(tested -> tested.tests().stream())
        .filter(one -> one.test().equals(test))
        .map(one -> one.reason().code())
        .findFirst()
        .orElse("not tested");
  }

  /** Why alice has withdrawn, as all members hear it. */
  private Optional<ReasonCode> withdrawal() {
    return news.stream()
        .filter(GroupEvent.AttestationLost.class::isInstance)
        .map(event -> ((GroupEvent.AttestationLost) event).loss())
        .filter(GroupEvent.Loss.Withdrawn.class::isInstance)
        .map(loss -> ((GroupEvent.Loss.Withdrawn) loss).reason().code())
        .findFirst();
  }
}
