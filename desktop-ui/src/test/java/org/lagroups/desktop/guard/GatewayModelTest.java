package org.lagroups.desktop.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.wormguard.api.GuardAlerts;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.Reasons;

class GatewayModelTest {

  private static final String STATS = "GET " + GuardRun.STATS;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ScriptedApi api = new ScriptedApi();
  private long nanos = 1;

  @Test
  void asksOnlyWhileSomebodyLooks() {
    api.answer(STATS, GatewaySamples.stats(10, 1_000, 0, List.of()));
    try (GatewayModel model = model()) {
      api.pass(Duration.ofSeconds(5));
      assertThat(api.count(STATS)).isZero();
      model.look(true);
      model.look(true);
      api.pass(Duration.ofSeconds(5));
      assertThat(api.count(STATS)).isBetween(4L, 7L);
      model.look(false);
      assertThat(api.held()).isZero();
    }
  }

  @Test
  void makesRatesOfCountsAndBeginsAnewWithTheGateway() {
    api.answer(STATS, GatewaySamples.stats(1_000, 125_000, 0, List.of()));
    try (GatewayModel model = model()) {
      model.look(true);
      api.deliver();
      assertThat(model.samples()).isEmpty();
      api.answer(STATS, GatewaySamples.stats(3_000, 375_000, 0, List.of()));
      next();
      assertThat(model.samples())
          .singleElement()
          .satisfies(sample -> {
            assertThat(sample.packets()).isEqualTo(2_000);
            assertThat(sample.megabits()).isEqualTo(2);
          });
      api.answer(STATS, GatewaySamples.stats(5, 500, 0, List.of()));
      next();
      assertThat(model.samples()).isEmpty();
      for (int i = 0; i < GatewayModel.MOST_SAMPLES + 50; i++) {
        next();
      }
      assertThat(model.samples()).hasSize(GatewayModel.MOST_SAMPLES);
    }
  }

  @Test
  void keepsTheLatestAlertsAndAsksForNoneTwice() {
    api.answer(STATS, GatewaySamples.stats(10, 1_000, 3, List.of()));
    answerAlerts(0, 3, 1, 2, 3);
    try (GatewayModel model = model()) {
      model.look(true);
      api.deliver();
      assertThat(model.alerts()).extracting(Reasons.OfPacket::flow).containsExactly(3L, 2L, 1L);
      answerAlerts(3, 4, 4);
      next();
      assertThat(model.alerts()).extracting(Reasons.OfPacket::flow).startsWith(4L, 3L).hasSize(4);
      answerAlerts(4, 9_000, LongStream.rangeClosed(8_501, 9_000).toArray());
      next();
      for (long last = 9_500; last <= 12_000; last += 500) {
        answerAlerts(last - 500, last, LongStream.rangeClosed(last - 499, last).toArray());
        next();
      }
      assertThat(model.alerts()).hasSize(GatewayModel.MOST_ALERTS);
      assertThat(model.alerts().getFirst().flow()).isEqualTo(12_000);
    }
  }

  @Test
  void saysThatNoGatewayRunsAndNoticesWhenOneDoes() {
    Problem none = new Problem("no-guard", "no gateway runs at this node's home", "lag guard run");
    api.answer(STATS, none);
    try (GatewayModel model = model()) {
      model.look(true);
      api.deliver();
      assertThat(model.problem().get()).isEqualTo(none);
      assertThat(api.unasked()).isEmpty();
      api.answer(STATS, GatewaySamples.stats(1, 1, 0, List.of("7")));
      next();
      assertThat(model.problem().get()).isNull();
      assertThat(Objects.requireNonNull(model.stats().get()).suspended()).containsExactly("7");
    }
  }

  @Test
  void asksWhyAboutTheFlowOrElseTheRule() {
    List<Object> asked = new ArrayList<>();
    api.answer(
        "POST " + GuardRun.WHY,
        request -> {
          asked.add(Objects.requireNonNull(request.body()));
          return new Reasons("", List.of(), List.of());
        });
    try (GatewayModel model = model()) {
      model.why(GatewaySamples.alert(17, "a"), _ -> {}, _ -> {});
      model.why(GatewaySamples.alert(0, "a"), _ -> {}, _ -> {});
      api.deliver();
      assertThat(asked)
          .containsExactly(new GuardRun.Question("17"), new GuardRun.Question("1000001"));
    }
  }

  private GatewayModel model() {
    return new GatewayModel(api, () -> nanos);
  }

  private void next() {
    nanos += SECOND.toNanos();
    api.pass(SECOND);
  }

  private void answerAlerts(long after, long last, long... flows) {
    List<Reasons.OfPacket> newestFirst = new ArrayList<>();
    for (int i = flows.length - 1; i >= 0; i--) {
      newestFirst.add(GatewaySamples.alert(flows[i], "a worm"));
    }
    api.answer("GET " + GuardRun.ALERTS + "?after=" + after, new GuardAlerts(last, 0, newestFirst));
    api.answer("GET " + GuardRun.ALERTS + "?after=" + last, new GuardAlerts(last, 0, List.of()));
  }
}
