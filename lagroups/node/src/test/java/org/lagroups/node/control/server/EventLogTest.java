package org.lagroups.node.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.server.EventLog.Listener;
import org.lagroups.node.control.server.EventLog.Published;

class EventLogTest {

  private final EventLog log = new EventLog("run");

  /** Something to publish. */
  record Numbered(int number) {}

  @Test
  void handsOnWhatComesFromNowOn() throws InterruptedException {
    publish(0, 1);
    try (Listener listener = log.listen(null).orElseThrow()) {
      publish(1, 3);
      assertThat(received(listener)).containsExactly("{\"number\":1}", "{\"number\":2}");
    }
  }

  @Test
  void goesOnWhereAListenerLeftOff() throws InterruptedException {
    publish(0, 5);
    try (Listener listener = log.listen("run-3").orElseThrow()) {
      publish(5, 6);
      assertThat(received(listener))
          .containsExactly("{\"number\":3}", "{\"number\":4}", "{\"number\":5}");
    }
  }

  @Test
  void saysSoWhenEventsWereMissed() throws InterruptedException {
    publish(0, EventLog.KEPT + 10);
    for (String after : List.of("run-3", "earlier-5", "run-999999", "garbage", "run-x")) {
      try (Listener listener = log.listen(after).orElseThrow()) {
        Published first = listener.next(1).orElseThrow();
        assertThat(first.type()).isEqualTo(ApiEvent.GAP);
        assertThat(first.id()).isEqualTo(log.position());
      }
    }
  }

  @Test
  void cutsOffAListenerThatDoesNotKeepUpAndLosesItNothing() throws InterruptedException {
    Listener slow = log.listen(null).orElseThrow();
    publish(0, EventLog.QUEUE + 1);

    assertThatThrownBy(() -> slow.next(1)).isInstanceOf(InterruptedException.class);
    slow.close();
    try (Listener again = log.listen("run-0").orElseThrow()) {
      assertThat(received(again)).hasSize(EventLog.QUEUE + 1);
    }
  }

  @Test
  void boundsTheListeners() {
    List<Listener> all = new ArrayList<>();
    for (int i = 0; i < EventLog.MAX_LISTENERS; i++) {
      all.add(log.listen(null).orElseThrow());
    }
    assertThat(log.listen(null)).isEmpty();
    all.getFirst().close();
    assertThat(log.listen(null)).isPresent();
  }

  private void publish(int from, int to) {
    for (int i = from; i < to; i++) {
      log.publish("test", new Numbered(i));
    }
  }

  private static List<String> received(Listener listener) throws InterruptedException {
    List<String> all = new ArrayList<>();
    for (Optional<Published> event = listener.next(1);
        event.isPresent();
        event = listener.next(1)) {
      all.add(event.get().json());
    }
    return all;
  }
}
