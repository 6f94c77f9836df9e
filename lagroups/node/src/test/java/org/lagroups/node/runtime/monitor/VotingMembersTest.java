package org.lagroups.node.runtime.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.monitor.ask.Question;
import org.lagroups.core.monitor.ask.QuestionSettings;
import org.lagroups.core.monitor.kit.BatteryPlan;
import org.lagroups.core.monitor.kit.KitSettings;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView.TestedView;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.state.config.TestConfig;
import org.lagroups.node.testing.TestGroup;
import org.lagroups.node.testing.TestNodes;

/**
 * Real nodes with real sessions vote over what a real HTTP server says, and one of them lies about
 * it.
 */
@Tag("network")
class VotingMembersTest {

  private static final long VALIDITY_MILLIS = 6_000;
  private static final List<String> HONEST = List.of("alice", "bob", "carol");
  private static final String LIAR = "mallory";

  @TempDir private Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicBoolean lies = new AtomicBoolean();
  private HttpServer server;
  private TestNodes nodes;

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = "the same for everybody".getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    nodes = new TestNodes(folder);
  }

  @AfterEach
  void end() {
    nodes.close();
    server.stop(0);
  }

  @Test
  void whoAnswersOtherwiseThanMostLosesTheAttestationsOfAll() {
    Question question = Question.parse("http http://127.0.0.1:" + server.getAddress().getPort());
    HONEST.forEach(name -> nodes.start(name, options -> voting(options, question)));
    nodes.start(LIAR, options -> lying(voting(options, question), question));
    TestGroup group = form();
    NodeId liar = group.idOf(LIAR);
    TestNodes.await(
        "everybody votes", () -> HONEST.stream().allMatch(name -> votesDecided(name) >= 3));
    HONEST.forEach(name ->
        assertThat(group.view(name).tested())
            .as("nobody is blamed for what all say")
            .noneMatch(one -> one.reason().code().equals("wrong-answers")));

    lies.set(true);
    for (String name : HONEST) {
      TestNodes.await(
          name + " withdraws from the liar",
          () -> group.view(name).tested().stream().anyMatch(one -> isBlamed(one, liar)));
      TestNodes.await(
          name + " sees attestations between the others only",
          () ->
              group.view(name).attestations().size() == 6
                  && group.view(name).members().stream().noneMatch(one -> one.node().equals(liar)));
    }
    assertThat(asked.get()).as("pages that were looked up").isPositive();
  }

  private static boolean isBlamed(TestedView tested, NodeId liar) {
    return tested.node().equals(liar)
        && tested.says().equals("fail")
        && tested.reason().code().equals("wrong-answers");
  }

  private static NodeOptions voting(NodeOptions options, Question question) {
    KitSettings standard = KitSettings.DEFAULT;
    KitSettings kit =
        new KitSettings(
            BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT, TestKind.ANSWERS)),
            standard.byGroup(),
            standard.latency(),
            standard.throughput(),
            standard.flood(),
            standard.votes());
    QuestionSettings often = new QuestionSettings(List.of(question), Duration.ofMillis(250));
    return options.withConfig(config ->
        options
            .config()
            .apply(config)
            .withTests(TestConfig.DEFAULT.withKit(kit).withQuestions(often)));
  }

  private NodeOptions lying(NodeOptions options, Question question) {
    return options.withTransport((loop, identity, bind, allowed, listener) ->
        new LyingTransport(
            options.transport().open(loop, identity, bind, allowed, listener),
            question,
            lies::get));
  }

  private TestGroup form() {
    TestGroup group = TestGroup.create(nodes, "alice", VALIDITY_MILLIS);
    for (String guest : List.of("bob", "carol", LIAR)) {
      group.admit("alice", guest);
    }
    HONEST.forEach(name -> group.awaitAttestations(name, 12));
    return group;
  }

  /** How many votes have come to an answer at a node so far. */
  private long votesDecided(String name) {
    return nodes
        .client(name)
        .getText("/metrics")
        .lines()
        .filter(line -> line.startsWith("lagroups_votes_total{outcome=\"decided\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
