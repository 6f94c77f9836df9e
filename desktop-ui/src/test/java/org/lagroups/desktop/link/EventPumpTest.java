package org.lagroups.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.lagroups.node.control.ApiEvent;
import tools.jackson.databind.node.JsonNodeFactory;

class EventPumpTest {

  private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
  private final EventPump pump = new EventPump(turns::add);
  private final List<String> heard = new ArrayList<>();

  @Test
  void handsAHundredOverInATurnAndThenLetsTheWindowHaveOne() {
    pump.on("", event -> heard.add(event.id()));
    offer(250);
    assertThat(turns).as("one turn is asked for, not one for each").hasSize(1);
    turn();
    assertThat(heard).hasSize(EventPump.AT_ONCE);
    assertThat(turns).hasSize(1);
    turn();
    turn();
    assertThat(heard).isEqualTo(IntStream.range(0, 250).mapToObj(String::valueOf).toList());
    assertThat(turns).isEmpty();
  }

  @Test
  void ofMoreThanMayWaitAGapIsToldAndNothingFromBeforeIt() {
    pump.on("", event -> heard.add(event.type().equals(ApiEvent.GAP) ? "gap" : event.id()));
    offer(3 * EventPump.MOST_WAITING);
    while (!turns.isEmpty()) {
      turn();
    }
    assertThat(heard).hasSizeLessThanOrEqualTo(EventPump.MOST_WAITING);
    assertThat(heard).containsOnlyOnce("gap").startsWith("gap");
    List<String> rest = heard.subList(1, heard.size());
    int first = Integer.parseInt(rest.getFirst());
    assertThat(rest)
        .as("all that came after the gap, in order")
        .isEqualTo(
            IntStream.range(first, 3 * EventPump.MOST_WAITING).mapToObj(String::valueOf).toList());
  }

  @Test
  void aGapIsHeardByAllAndAnEventByThoseWhoAskedForItsKind() {
    pump.on("group.", event -> heard.add("group " + event.type()));
    pump.on("share.", event -> heard.add("share " + event.type()));
    pump.offer(event("1", "group.node-joined"));
    pump.offerGap();
    turn();
    assertThat(heard)
        .containsExactly(
            "group group.node-joined", "group " + ApiEvent.GAP, "share " + ApiEvent.GAP);
  }

  @Test
  void whoHasEndedHearsNothingEvenWithinTheSameTurn() {
    List<Subscription> second = new ArrayList<>();
    pump.on("", _ -> second.forEach(Subscription::unsubscribe));
    second.add(pump.on("", event -> heard.add(event.id())));
    offer(10);
    turn();
    assertThat(heard).isEmpty();
  }

  private void turn() {
    turns.remove().run();
  }

  private void offer(int count) {
    IntStream.range(0, count).forEach(i -> pump.offer(event(String.valueOf(i), "x")));
  }

  private static ApiEvent event(String id, String type) {
    return new ApiEvent(id, type, JsonNodeFactory.instance.objectNode());
  }
}
