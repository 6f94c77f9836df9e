package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.multicast.cli.CapacityFile.Accepted;
import org.lagroups.multicast.cli.CapacityFile.Refused;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanCheck;
import org.lagroups.multicast.plan.PlanOutcome;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.simnet.fuzz.ShortRun;

final class CapacityFileTest {

  /** Larger groups are planned for by the planner's own tests. */
  private static final int MOST_PLANNED = 8;

  @MethodSource("files")
  @FuzzTest(maxDuration = "30s")
  void json(byte[] input) {
    switch (CapacityFile.read(input)) {
      case Refused refused -> assertThat(refused.reason()).isNotBlank();
      case Accepted accepted -> {
        Capacities<String> capacities = accepted.capacities();
        assertThat(capacities.nodes().size()).isBetween(2, Capacities.MAX_NODES);
        if (capacities.nodes().size() <= MOST_PLANNED
            && new RelayPlanner<String>().plan(capacities)
                instanceof PlanOutcome.Plan<String> plan) {
          assertThat(PlanCheck.faults(capacities, plan.trees())).isEmpty();
        }
      }
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(files(), this::json);
  }

  @Test
  void readsWhatTheFormatSays() {
    Capacities<String> read =
        ((Accepted)
                CapacityFile.read(
                    bytes(
                        """
                        {"source": "A",
                         "nodes": {"A": {"up": 40, "down": 100}, "B": {"up": 0}, "C": {}},
                         "links": [{"from": "A", "to": "B", "capacity": 10.5, "latency": 25}]}
                        """)))
            .capacities();
    assertThat(read.source()).isEqualTo("A");
    assertThat(read.nodes()).containsExactly("A", "B", "C");
    assertThat(read.up("A")).isEqualTo(40);
    assertThat(read.down("A")).isEqualTo(100);
    assertThat(read.up("B")).isZero();
    assertThat(read.up("C")).isInfinite();
    assertThat(read.link("A", "B")).isEqualTo(10.5);
    assertThat(read.latency("A", "B")).isEqualTo(25);
    assertThat(read.link("A", "C")).isInfinite();
  }

  @Test
  void linksOnlyLeavesNoOtherLinks() {
    Capacities<String> read =
        ((Accepted)
                CapacityFile.read(
                    bytes(
                        """
                        {"source": "A", "nodes": {"A": {}, "B": {}, "C": {}}, "linksOnly": true,
                         "links": [{"from": "A", "to": "B"}]}
                        """)))
            .capacities();
    assertThat(read.link("A", "B")).isInfinite();
    assertThat(read.link("A", "C")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          source             | {"nodes":{"A":{},"B":{}}}
          source             | {"source":7,"nodes":{"A":{},"B":{}}}
          source             | {"source":"C","nodes":{"A":{},"B":{}}}
          nodes              | {"source":"A"}
          nodes              | {"source":"A","nodes":[]}
          nodes              | {"source":"A","nodes":{"A":{}}}
          nodes              | {"source":"A","nodes":{"A":{}," ":{}}}
          nodes.B            | {"source":"A","nodes":{"A":{},"B":3}}
          nodes.B.up         | {"source":"A","nodes":{"A":{},"B":{"up":-1}}}
          nodes.B.up         | {"source":"A","nodes":{"A":{},"B":{"up":"3"}}}
          nodes.B.down       | {"source":"A","nodes":{"A":{},"B":{"down":1e300}}}
          nodes.B.down       | {"source":"A","nodes":{"A":{},"B":{"down":1e-9}}}
          nodes.B.uplink     | {"source":"A","nodes":{"A":{},"B":{"uplink":3}}}
          linksonly          | {"source":"A","nodes":{"A":{},"B":{}},"linksonly":true}
          linksOnly          | {"source":"A","nodes":{"A":{},"B":{}},"linksOnly":1}
          links              | {"source":"A","nodes":{"A":{},"B":{}},"links":{}}
          links[0]           | {"source":"A","nodes":{"A":{},"B":{}},"links":[7]}
          links[0].from      | {"source":"A","nodes":{"A":{},"B":{}},"links":[{"to":"B"}]}
          links[0].to        | {"source":"A","nodes":{"A":{},"B":{}},"links":[{"from":"A","to":"C"}]}
          links[0].to        | {"source":"A","nodes":{"A":{},"B":{}},"links":[{"from":"A","to":"A"}]}
          links[0].capacity  | {"source":"A","nodes":{"A":{},"B":{}},"links":[{"from":"A","to":"B","capacity":null}]}
          links[0].latency   | {"source":"A","nodes":{"A":{},"B":{}},"links":[{"from":"A","to":"B","latency":-1}]}
          links[1]           | {"source":"A","nodes":{"A":{},"B":{}},"links":[{"from":"A","to":"B"},{"from":"A","to":"B"}]}
          """)
  void namesTheFieldThatIsWrong(String field, String text) {
    assertThat(CapacityFile.read(bytes(text)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @Test
  void refusesWhatIsNoJsonTooLongOrHasTooManyNodes() {
    String nodes =
        IntStream.rangeClosed(0, Capacities.MAX_NODES)
            .mapToObj("\"n%d\":{}"::formatted)
            .collect(Collectors.joining(","));
    assertThat(
            Stream.of(
                    bytes("{\"source\":"),
                    bytes("[]"),
                    new byte[0],
                    new byte[CapacityFile.MAX_BYTES + 1],
                    bytes("{\"source\":\"n0\",\"nodes\":{%s}}".formatted(nodes)))
                .map(CapacityFile::read))
        .allMatch(Refused.class::isInstance);
  }

  @Test
  void saysWhatTheParserSaysWithoutItsOwnNames() {
    for (String text : List.of("[".repeat(1_000), "{\"source\":%s}".formatted("9".repeat(1_000)))) {
      assertThat(CapacityFile.read(bytes(text)))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason()).contains("maximum").doesNotContain("`"));
    }
  }

  static List<byte[]> files() {
    return Stream.of(
            """
            {"source":"A","nodes":{"A":{"up":40,"down":100},"B":{"up":10},"C":{}},\
            "links":[{"from":"A","to":"B","capacity":10,"latency":5}]}\
            """,
            """
            {"source":"a","nodes":{"a":{},"b":{"up":1e3},"c":{"down":7.5},"d":{"up":0}},\
            "linksOnly":true,"links":[{"from":"a","to":"b","capacity":3},{"from":"b","to":"c"},\
            {"from":"b","to":"d","capacity":1},{"from":"c","to":"d","capacity":0.25}]}\
            """)
        .map(CapacityFileTest::bytes)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
