package org.lagroups.desktop.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one answer of the node up to date while somebody looks: reads it at once, again after
 * events that may have changed it, after every break, and every so often if asked to. However many
 * events come, at most one request is under way, and they are at least {@link #PAUSE} apart. On the
 * JavaFX thread.
 *
 * @param <T> the answer's type
 */
public final class Live<T> {

  /** Between the end of one reading and the next. */
  public static final Duration PAUSE = Duration.ofMillis(200);

  private final Api api;
  private final String path;
  private final Class<T> type;
  private final Consumer<? super T> use;
  private final List<String> prefixes = new ArrayList<>();
  private Consumer<Problem> otherwise = _ -> {};
  private @Nullable Duration every;

  private Subscription ends = Subscription.EMPTY;
  private Subscription pause = Subscription.EMPTY;
  private boolean isOpen;
  private boolean isReading;
  private boolean isPausing;
  private boolean isWanted;

  /** Nothing is read before {@link #start}. */
  public Live(Api api, String path, Class<T> type, Consumer<? super T> use) {
    this.api = api;
    this.path = path;
    this.type = type;
    this.use = use;
  }

  /** Reads again after events whose type begins so, such as {@code group.}. */
  public Live<T> on(String prefix) {
    prefixes.add(prefix);
    return this;
  }

  /** Reads again when so long has passed since the last answer, for what no event tells of. */
  public Live<T> every(Duration interval) {
    every = interval;
    return this;
  }

  /** Is told why a reading failed; without, the link's state alone tells of it. */
  public Live<T> otherwise(Consumer<Problem> told) {
    otherwise = told;
    return this;
  }

  /**
   * Begins.
   *
   * @return ends it; nothing comes any more then
   */
  public Subscription start() {
    isOpen = true;
    ends = Subscription.combine(prefixes.stream().map(this::hear).toArray(Subscription[]::new));
    ends =
        ends.and(
            api.state()
                .subscribe((before, now) -> {
                  if (now.isUp() && !before.isUp()) {
                    again();
                  }
                }));
    again();
    return this::close;
  }

  /** Reads again, now or as soon as it may. */
  public void again() {
    if (!isOpen) {
      return;
    }
    if (isReading || isPausing) {
      isWanted = true;
      return;
    }
    pause.unsubscribe();
    isReading = true;
    isWanted = false;
    api.get(path, type)
        .then(answer -> {
          rest();
          if (isOpen) {
            use.accept(answer);
          }
        })
        .otherwise(problem -> {
          rest();
          if (isOpen) {
            otherwise.accept(problem);
          }
        });
  }

  private Subscription hear(String prefix) {
    return api.on(prefix, _ -> again());
  }

  private void rest() {
    isReading = false;
    if (!isOpen) {
      return;
    }
    isPausing = true;
    pause = api.after(PAUSE, this::rested);
  }

  private void rested() {
    isPausing = false;
    if (isWanted) {
      again();
    } else if (every != null) {
      pause = api.after(every, this::again);
    }
  }

  private void close() {
    isOpen = false;
    isPausing = false;
    isWanted = false;
    ends.unsubscribe();
    pause.unsubscribe();
  }
}
