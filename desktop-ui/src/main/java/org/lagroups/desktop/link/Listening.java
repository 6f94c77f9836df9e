package org.lagroups.desktop.link;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.client.EventStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears a node's events on a thread of its own, and looks for the node again after every break. */
final class Listening implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  /** Between two attempts: soon at first, as a restart takes seconds, then seldom. */
  static final long FIRST_PAUSE_MILLIS = 250;

  static final long LONGEST_PAUSE_MILLIS = 4_000;

  private final Supplier<ControlClient> clients;
  private final EventPump events;
  private final Consumer<LinkState> state;
  private final Thread thread;
  private volatile boolean isClosed;
  private @Nullable String lastId;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  Listening(Supplier<ControlClient> clients, EventPump events, Consumer<LinkState> state) {
    this.clients = clients;
    this.events = events;
    this.state = state;
    this.thread = Thread.ofVirtual().name("lag-ui-listen").unstarted(this::listen);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    isClosed = true;
    // Closes the socket of a virtual thread that reads from it. EventStream.close would wait for
    // the reader to have read something.
    thread.interrupt();
  }

  private void listen() {
    while (!isClosed) {
      try {
        hear();
        state.accept(new LinkState.Lost("", ""));
      } catch (ControlException e) {
        state.accept(without(e));
      } catch (RuntimeException | Error e) {
        // Or the window would look for its node for ever, without a word.
        LOG.atError().setCause(e).log("cannot listen to the node");
        Problem problem = Problem.of(e);
        state.accept(new LinkState.Lost(problem.message(), problem.hint()));
      }
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException e) {
        return;
      }
      pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }
  }

  private void hear() {
    ControlClient client = clients.get();
    try (EventStream stream = client.events(lastId)) {
      // Asked only now: what changes from here on is heard of.
      NodeInfo info = client.get("/v1/node", NodeInfo.class);
      state.accept(new LinkState.Connected(info));
      pauseMillis = FIRST_PAUSE_MILLIS;
      if (lastId == null) {
        events.offerGap();
      }
      for (Optional<ApiEvent> next = stream.next(); next.isPresent(); next = stream.next()) {
        events.offer(next.get());
        lastId = stream.lastId();
      }
    }
  }

  private static LinkState without(ControlException e) {
    String message = String.valueOf(e.getMessage());
    boolean isAbsent =
        e.code().equals(ControlException.NOT_RUNNING)
            || e.code().equals(ControlException.DISCONNECTED);
    return isAbsent
        ? new LinkState.Lost(message, e.hint())
        : new LinkState.Refused(message, e.hint());
  }
}
