package org.lagroups.desktop.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.people.GroupSamples;
import org.lagroups.node.control.api.GroupPast;
import org.lagroups.node.control.api.GroupView;

class GroupHistoryTest {

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/groups", GroupSamples.list())
          .answer(GroupSamples.PATH, GroupSamples.ring(3, 1));
  private long nowMillis = 1_000;

  @Test
  void keepsAMomentForEachChangeAndAsksOnlyAfterEvents() {
    api.become(new LinkState.Connected(Samples.node()));
    try (GroupHistory history = history()) {
      api.pass(Duration.ofMinutes(2));
      assertThat(api.count(GroupSamples.PATH)).isOne();
      change(GroupSamples.ring(3, 1));
      assertThat(history.of(Samples.group(1))).as("nothing is different").hasSize(1);
      change(GroupSamples.ring(4, 2));
      assertThat(history.of(Samples.group(1)))
          .hasSize(2)
          .last()
          .satisfies(moment -> {
            assertThat(moment.nodes()).hasSize(4);
            assertThat(moment.edges()).hasSize(8);
            assertThat(moment.atMillis()).isEqualTo(nowMillis);
          });
    }
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  @Test
  void beginsWithWhatTheNodeHasKeptFromBefore() {
    api.become(new LinkState.Connected(Samples.node()));
    api.answer(
        GroupSamples.PATH + "/past",
        new GroupPast(
            Samples.group(1),
            100,
            List.of(Samples.id(1), Samples.id(2)),
            List.of(new GroupPast.Change(500, GroupPast.ATTESTED, 0, 1))));
    try (GroupHistory history = history()) {
      api.pass(Duration.ofSeconds(1));
      assertThat(history.of(Samples.group(1))).hasSize(2);
      assertThat(history.of(Samples.group(1)).getFirst().atMillis()).isEqualTo(100);
      assertThat(history.of(Samples.group(1)).getFirst().edges()).hasSize(2);
      assertThat(history.of(Samples.group(1)).getLast().edges()).hasSize(3);
      change(GroupSamples.ring(4, 2));
      assertThat(history.of(Samples.group(1))).hasSize(3);
      assertThat(api.count(GroupSamples.PATH + "/past")).isOne();
    }
  }

  @Test
  void asksNothingWhileTheNodeIsGone() {
    try (GroupHistory history = history()) {
      api.pass(Duration.ofMinutes(1));
      assertThat(api.requests()).isEmpty();
      api.become(new LinkState.Connected(Samples.node()));
      api.pass(Duration.ofSeconds(6));
      assertThat(history.of(Samples.group(1))).hasSize(1);
    }
  }

  @Test
  void forgetsWhatIsOlderThanAnHourButTheLast() {
    api.become(new LinkState.Connected(Samples.node()));
    try (GroupHistory history = history()) {
      for (int members = 2; members < 6; members++) {
        change(GroupSamples.ring(members, 1));
      }
      assertThat(history.of(Samples.group(1))).hasSizeGreaterThan(3);
      nowMillis += GroupHistory.KEPT.toMillis() + 1;
      change(GroupSamples.ring(2, 1));
      assertThat(history.of(Samples.group(1)))
          .singleElement()
          .satisfies(moment -> assertThat(moment.nodes()).hasSize(2));
    }
  }

  @Test
  void anHourOfAFullAndBusyGroupHasBounds() {
    api.become(new LinkState.Connected(Samples.node()));
    GroupView odd = GroupSamples.ring(11, 10);
    GroupView even = GroupSamples.ring(10, 10);
    try (GroupHistory history = new GroupHistory(api, () -> nowMillis, new Directory(), 1_000)) {
      for (int i = 0; i < 40; i++) {
        change(i % 2 == 0 ? odd : even);
      }
      long parts =
          history.of(Samples.group(1)).stream()
              .mapToLong(moment -> moment.nodes().size() + moment.edges().size())
              .sum();
      assertThat(parts).isBetween(870L, 1_000L);
    }
  }

  @Test
  void anHourOfAGroupWithoutAttestationsHasBoundsAsWell() {
    api.become(new LinkState.Connected(Samples.node()));
    try (GroupHistory history = new GroupHistory(api, () -> nowMillis, new Directory(), 100)) {
      for (int i = 0; i < 40; i++) {
        change(GroupSamples.ring(10 + i % 2, 0));
      }
      assertThat(history.of(Samples.group(1))).hasSizeBetween(8, 10);
    }
  }

  private GroupHistory history() {
    return new GroupHistory(api, () -> nowMillis, new Directory());
  }

  private void change(GroupView view) {
    nowMillis += 1_000;
    api.answer(GroupSamples.PATH, view);
    api.tell("group.attestation", Map.of());
    api.pass(GroupHistory.EVERY.plusMillis(1));
  }
}
