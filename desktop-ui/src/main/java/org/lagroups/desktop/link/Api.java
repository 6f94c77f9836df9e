package org.lagroups.desktop.link;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.ApiEvent;

/**
 * A node's control API, for view models. Nothing here blocks; answers and events come on the JavaFX
 * thread, which is also the only one to call this from.
 */
public interface Api {

  /** Reads. */
  <T> Answer<T> get(String path, Class<T> type);

  /** Does something; {@code body} is a record, or null where none is asked for. */
  <T> Answer<T> post(String path, @Nullable Object body, Class<T> type);

  /** Puts a value in place of another. */
  <T> Answer<T> put(String path, Object body, Class<T> type);

  /** Takes something away. */
  <T> Answer<T> delete(String path, Class<T> type);

  /** Whether the node answers, and if not, why. */
  ReadOnlyObjectProperty<LinkState> state();

  /**
   * Hears the events whose type begins with {@code prefix}, and {@link ApiEvent#GAP} whenever some
   * may have been missed, as after every break: then the present state is to be read afresh.
   *
   * @return ends it
   */
  Subscription on(String prefix, Consumer<ApiEvent> listener);

  /**
   * Runs something once, after a while.
   *
   * @return calls it off
   */
  Subscription after(Duration delay, Runnable task);
}
