package org.lagroups.desktop.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.json.Json;

/**
 * The API for tests of view models: a test says what each request is answered, and lets answers,
 * events and time come when it wants. Answers go through JSON, as the real ones do. On the test's
 * own thread.
 */
public final class ScriptedApi implements Api {

  /** A request as the test sees it; {@code body} is null where there is none. */
  public record Request(String method, String path, @Nullable Object body) {

    /** Such as {@code "GET /v1/node"}. */
    public String line() {
      return method + " " + path;
    }
  }

  private record Timed(long atMillis, long number, Runnable task) {}

  private final Map<String, Function<Request, Object>> answers = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<Problem> unasked = new ArrayList<>();
  private final ArrayDeque<Runnable> due = new ArrayDeque<>();
  private final PriorityQueue<Timed> timers =
      new PriorityQueue<>(
          Comparator.comparingLong(Timed::atMillis).thenComparingLong(Timed::number));
  private final List<Map.Entry<String, Consumer<ApiEvent>>> listeners = new ArrayList<>();
  private final ReadOnlyObjectWrapper<LinkState> state =
      new ReadOnlyObjectWrapper<>(new LinkState.Connecting());
  private long nowMillis;
  private long timerNumber;

  /** From now on {@code line}, such as {@code "GET /v1/node"}, is answered so. */
  public ScriptedApi answer(String line, Object record) {
    return answer(line, _ -> record);
  }

  /** From now on {@code line} is answered by what this makes; a {@link Problem} is a refusal. */
  public ScriptedApi answer(String line, Function<Request, Object> maker) {
    answers.put(line, maker);
    return this;
  }

  /** All that was asked so far, the first one first. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How often this was asked. */
  public long count(String line) {
    return requests.stream().filter(one -> one.line().equals(line)).count();
  }

  /** The problems that nobody has taken. */
  public List<Problem> unasked() {
    return List.copyOf(unasked);
  }

  /** How many listen to events and how many timers run: 0 after a screen was left. */
  public int held() {
    return listeners.size() + timers.size();
  }

  /** Gives all answers that are under way, and those that they lead to. */
  public void deliver() {
    for (int i = 0; i < 10_000 && !due.isEmpty(); i++) {
      due.remove().run();
    }
  }

  /** Lets time pass, and gives all answers meanwhile. */
  public void pass(Duration time) {
    long end = nowMillis + time.toMillis();
    deliver();
    for (Timed next = timers.peek(); next != null && next.atMillis <= end; next = timers.peek()) {
      timers.remove(next);
      nowMillis = next.atMillis;
      next.task.run();
      deliver();
    }
    nowMillis = end;
  }

  /** Tells an event, with a record as what it carries. */
  public void tell(String type, Object record) {
    ApiEvent event = new ApiEvent("", type, Json.readTree(Json.writeBytes(record)));
    for (Map.Entry<String, Consumer<ApiEvent>> one : List.copyOf(listeners)) {
      if (type.startsWith(one.getKey()) || type.equals(ApiEvent.GAP)) {
        one.getValue().accept(event);
      }
    }
  }

  /** How it stands with the node from now on. */
  public void become(LinkState now) {
    state.set(now);
  }

  @Override
  public <T> Answer<T> get(String path, Class<T> type) {
    return ask(new Request("GET", path, null), type);
  }

  @Override
  public <T> Answer<T> post(String path, @Nullable Object body, Class<T> type) {
    return ask(new Request("POST", path, body), type);
  }

  @Override
  public <T> Answer<T> put(String path, Object body, Class<T> type) {
    return ask(new Request("PUT", path, body), type);
  }

  @Override
  public <T> Answer<T> delete(String path, Class<T> type) {
    return ask(new Request("DELETE", path, null), type);
  }

  @Override
  public ReadOnlyObjectProperty<LinkState> state() {
    return state.getReadOnlyProperty();
  }

  @Override
  public Subscription on(String prefix, Consumer<ApiEvent> listener) {
    Map.Entry<String, Consumer<ApiEvent>> entry = Map.entry(prefix, listener);
    listeners.add(entry);
    return () -> listeners.remove(entry);
  }

  @Override
  public Subscription after(Duration delay, Runnable task) {
    Timed timed = new Timed(nowMillis + delay.toMillis(), timerNumber++, task);
    timers.add(timed);
    return () -> timers.remove(timed);
  }

  private <T> Answer<T> ask(Request request, Class<T> type) {
    requests.add(request);
    Answer<T> answer = new Answer<>(unasked::add);
    due.add(() -> {
      Function<Request, Object> maker = answers.get(request.line());
      Object made =
          maker == null
              ? new Problem("not-found", "nothing is said of " + request.line(), "")
              : maker.apply(request);
      if (made instanceof Problem problem) {
        answer.fail(problem);
      } else {
        answer.complete(Json.read(Json.writeBytes(made), type));
      }
    });
    return answer;
  }
}
