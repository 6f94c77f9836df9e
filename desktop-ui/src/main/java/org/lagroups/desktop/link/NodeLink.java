package org.lagroups.desktop.link;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control API of one node. It is looked for anew with every request, so that a node that was
 * started again, on another port and with another token, is found by itself.
 */
public final class NodeLink implements Api, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLink.class);

  private final Supplier<ControlClient> clients;
  private final Executor ui;
  private final Consumer<Problem> unasked;
  private final EventPump events;
  private final Listening listening;
  private final ReadOnlyObjectWrapper<LinkState> state =
      new ReadOnlyObjectWrapper<>(new LinkState.Connecting());
  private final ExecutorService work =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lag-ui-ask-", 0).factory());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("lag-ui-timer").daemon().factory());
  private volatile boolean isClosed;

  /**
   * Begins to look for the node.
   *
   * @param clients how to speak to it; may throw {@link ControlException} and be tried again
   * @param ui runs what it is given on the JavaFX thread, in order
   * @param unasked is told, there, of problems for which no one else has asked
   */
  public NodeLink(Supplier<ControlClient> clients, Executor ui, Consumer<Problem> unasked) {
    this.clients = clients;
    this.ui = ui;
    this.unasked = unasked;
    this.events = new EventPump(ui);
    this.listening = new Listening(clients, events, now -> ui(() -> state.set(now)));
    listening.start();
  }

  @Override
  public <T> Answer<T> get(String path, Class<T> type) {
    return ask(client -> client.get(path, type));
  }

  @Override
  public <T> Answer<T> post(String path, @Nullable Object body, Class<T> type) {
    return ask(client -> client.post(path, body, type));
  }

  @Override
  public <T> Answer<T> put(String path, Object body, Class<T> type) {
    return ask(client -> client.put(path, body, type));
  }

  @Override
  public <T> Answer<T> delete(String path, Class<T> type) {
    return ask(client -> client.delete(path, type));
  }

  @Override
  public ReadOnlyObjectProperty<LinkState> state() {
    return state.getReadOnlyProperty();
  }

  @Override
  public Subscription on(String prefix, Consumer<ApiEvent> listener) {
    return events.on(prefix, listener);
  }

  @Override
  public Subscription after(Duration delay, Runnable task) {
    AtomicBoolean isOff = new AtomicBoolean();
    Runnable unlessOff =
        () -> {
          if (!isOff.get()) {
            task.run();
          }
        };
    Future<?> planned =
        timer.schedule(() -> ui(unlessOff), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      // It may wait already for its turn on the JavaFX thread.
      isOff.set(true);
      planned.cancel(false);
    };
  }

  /** Ends all requests; answers that are still under way are not given any more. */
  @Override
  public void close() {
    isClosed = true;
    listening.close();
    timer.shutdownNow();
    work.shutdownNow();
  }

  private <T> Answer<T> ask(Function<ControlClient, T> request) {
    Answer<T> answer = new Answer<>(unasked);
    work.execute(() -> {
      try {
        T value = request.apply(clients.get());
        ui(() -> answer.complete(value));
      } catch (ControlException e) {
        Problem problem =
            new Problem(e.code(), String.valueOf(e.getMessage()), e.hint(), e.field());
        ui(() -> answer.fail(problem));
      } catch (RuntimeException | Error e) {
        // Or whoever asked would wait for ever.
        LOG.atError().setCause(e).log("a request has failed");
        ui(() -> answer.fail(Problem.of(e)));
      }
    });
    return answer;
  }

  private void ui(Runnable task) {
    if (!isClosed) {
      ui.execute(() -> {
        if (!isClosed) {
          task.run();
        }
      });
    }
  }
}
