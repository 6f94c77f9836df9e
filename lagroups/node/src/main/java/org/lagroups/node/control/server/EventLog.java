package org.lagroups.node.control.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.control.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest events, and who listens to them. Publishing never waits: a listener that cannot keep
 * up is cut off, and goes on from its last event when it comes back.
 */
public final class EventLog implements EventFeed {

  /** How many events are kept for listeners that come back. */
  public static final int KEPT = 2_048;

  /** How many events may wait for one listener. */
  public static final int QUEUE = 512;

  /** How many may listen at a time. */
  public static final int MAX_LISTENERS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  /** Tells IDs of this run of the node from those of earlier ones. */
  private final String run;

  private final Deque<Published> kept = new ArrayDeque<>();
  private final Set<Listener> listeners = new HashSet<>();
  private long last;
  private boolean closed;

  /**
   * An empty log.
   *
   * @param run differs from one start of the node to the next
   */
  public EventLog(String run) {
    this.run = run;
  }

  /** An event, as it goes over the line. */
  record Published(long number, String id, String type, String json) {}

  @Override
  public void publish(String type, Object payload) {
    String json = Json.write(payload);
    synchronized (this) {
      Published event = event(++last, type, json);
      kept.addLast(event);
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
      listeners.removeIf(listener -> !listener.offer(event));
    }
  }

  /**
   * Begins to listen: to all that comes, or to all since an event heard before. If some of that is
   * no longer kept, an event of type {@link ApiEvent#GAP} comes first.
   *
   * @param afterId the last event heard, or null
   * @return nothing if too many listen already
   */
  synchronized Optional<Listener> listen(@Nullable String afterId) {
    if (closed || listeners.size() >= MAX_LISTENERS) {
      return Optional.empty();
    }
    List<Published> missed = afterId == null ? List.of() : since(afterId);
    Listener listener = new Listener(Math.max(QUEUE, missed.size() + 1));
    missed.forEach(listener::offer);
    listeners.add(listener);
    return Optional.of(listener);
  }

  /** How many listen now. */
  public synchronized int listenerCount() {
    return listeners.size();
  }

  /** The ID to listen from, so that nothing is missed that comes after now. */
  public synchronized String position() {
    return id(last);
  }

  /** Ends all listening. */
  synchronized void close() {
    closed = true;
    listeners.forEach(Listener::cut);
    listeners.clear();
  }

  private List<Published> since(String afterId) {
    long after = number(afterId);
    long firstKept = kept.isEmpty() ? last + 1 : kept.getFirst().number;
    boolean complete = after >= firstKept - 1 && after <= last;
    if (!complete) {
      return List.of(event(last, ApiEvent.GAP, "{}"));
    }
    return kept.stream().filter(event -> event.number > after).toList();
  }

  private Published event(long number, String type, String json) {
    return new Published(number, id(number), type, json);
  }

  private String id(long number) {
    return run + "-" + number;
  }

  /** The number in an ID of this run, or -1. */
  private long number(String id) {
    if (!id.startsWith(run + "-") || id.length() > 64) {
      return -1;
    }
    try {
      return Long.parseLong(id.substring(run.length() + 1));
    } catch (NumberFormatException e) {
      return -1; // not one of ours: the listener starts afresh
    }
  }

  /** One who listens, on the thread that has begun it. */
  final class Listener implements AutoCloseable {

    private final BlockingQueue<Published> queue;
    private final Thread thread = Thread.currentThread();

    private Listener(int capacity) {
      queue = new ArrayBlockingQueue<>(capacity);
    }

    /**
     * The next event, if one comes in time.
     *
     * @throws InterruptedException if the listener was cut off
     */
    Optional<Published> next(long waitMillis) throws InterruptedException {
      return Optional.ofNullable(queue.poll(waitMillis, TimeUnit.MILLISECONDS));
    }

    /** How many events wait now. */
    int waiting() {
      return queue.size();
    }

    private boolean offer(Published event) {
      boolean taken = queue.offer(event);
      if (!taken) {
        LOG.atWarn().log("a client of the control API does not keep up with the events: cut off");
        cut();
      }
      return taken;
    }

    /** Ends waiting and writing alike: an interrupt closes the connection it is blocked on. */
    private void cut() {
      thread.interrupt();
    }

    @Override
    public void close() {
      synchronized (EventLog.this) {
        listeners.remove(this);
      }
    }
  }
}
