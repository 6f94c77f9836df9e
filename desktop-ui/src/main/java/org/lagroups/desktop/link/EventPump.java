package org.lagroups.desktop.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.lagroups.node.control.ApiEvent;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Hands events over to the JavaFX thread, a few at a time, so that thousands at once do not hold up
 * a window. If it falls far behind, what waits is dropped, and a gap is told of instead.
 */
final class EventPump {

  /** As many are handed over before the window gets a turn. */
  static final int AT_ONCE = 100;

  /** No more may wait. */
  static final int MOST_WAITING = 5_000;

  private record Listener(String prefix, Consumer<ApiEvent> use) {}

  private final Executor ui;
  private final List<Listener> listeners = new ArrayList<>(); // on the JavaFX thread only
  private final ArrayDeque<ApiEvent> waiting = new ArrayDeque<>(); // under its lock
  private boolean isTurnAsked;

  EventPump(Executor ui) {
    this.ui = ui;
  }

  Subscription on(String prefix, Consumer<ApiEvent> use) {
    Listener listener = new Listener(prefix, use);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** From any thread. */
  void offer(ApiEvent event) {
    synchronized (waiting) {
      if (waiting.size() >= MOST_WAITING) {
        waiting.clear();
        waiting.add(gap());
      }
      waiting.add(event);
      askTurn();
    }
  }

  /** Tells everybody that events may have been missed. From any thread. */
  void offerGap() {
    offer(gap());
  }

  private void askTurn() {
    if (!isTurnAsked) {
      isTurnAsked = true;
      ui.execute(this::turn);
    }
  }

  private void turn() {
    List<ApiEvent> some = new ArrayList<>(AT_ONCE);
    synchronized (waiting) {
      isTurnAsked = false;
      while (some.size() < AT_ONCE && !waiting.isEmpty()) {
        some.add(waiting.remove());
      }
      if (!waiting.isEmpty()) {
        askTurn();
      }
    }
    some.forEach(this::tell);
  }

  private void tell(ApiEvent event) {
    for (Listener one : List.copyOf(listeners)) {
      boolean isFor = event.type().startsWith(one.prefix) || event.type().equals(ApiEvent.GAP);
      if (isFor && listeners.contains(one)) {
        one.use.accept(event);
      }
    }
  }

  private static ApiEvent gap() {
    return new ApiEvent("", ApiEvent.GAP, JsonNodeFactory.instance.objectNode());
  }
}
