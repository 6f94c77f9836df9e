package org.lagroups.desktop.screen;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Problem;

/**
 * What the user was told. The same notice again is counted, not repeated; of very many the oldest
 * are forgotten, and counted. On the JavaFX thread.
 */
public final class Notices {

  /** No more are remembered. */
  public static final int MOST = 200;

  /** How it is meant. */
  public enum Kind {
    DONE,
    NOTE,
    WARNING,
    PROBLEM
  }

  /**
   * One notice.
   *
   * @param message what happened
   * @param hint what to do, may be empty
   * @param times how often this was told
   * @param place where there is more about it, or null
   */
  public record Notice(Kind kind, String message, String hint, long times, @Nullable Place place) {}

  private record Key(Kind kind, String message, String hint) {}

  private final Map<Key, Long> times = new LinkedHashMap<>();
  private final ObservableList<Notice> latestFirst = FXCollections.observableArrayList();
  private final ObservableList<Notice> readOnly =
      FXCollections.unmodifiableObservableList(latestFirst);
  private final ReadOnlyLongWrapper forgotten = new ReadOnlyLongWrapper();

  /** Tells something. */
  public void tell(Kind kind, String message, String hint) {
    tell(kind, message, hint, null);
  }

  /** Tells something that there is more about at a place. */
  public void tell(Kind kind, String message, String hint, @Nullable Place place) {
    Key key = new Key(kind, Shown.line(message, 400), Shown.line(hint, 400));
    Long before = times.remove(key);
    long now = before == null ? 1 : before + 1;
    times.put(key, now);
    if (before != null) {
      latestFirst.removeIf(one ->
          one.kind() == key.kind
              && one.message().equals(key.message)
              && one.hint().equals(key.hint));
    }
    if (times.size() > MOST) {
      Iterator<Long> oldest = times.values().iterator();
      forgotten.set(forgotten.get() + oldest.next());
      oldest.remove();
      latestFirst.removeLast();
    }
    latestFirst.addFirst(new Notice(kind, key.message, key.hint, now, place));
  }

  /** Tells of a problem. */
  public void tell(Problem problem) {
    tell(Kind.PROBLEM, problem.message(), problem.hint());
  }

  /** The latest first. */
  public ObservableList<Notice> all() {
    return readOnly;
  }

  /** How often something was told that is no longer remembered. */
  public ReadOnlyLongProperty forgotten() {
    return forgotten.getReadOnlyProperty();
  }

  /** Forgets all; the user has seen them. */
  public void clear() {
    times.clear();
    latestFirst.clear();
    forgotten.set(0);
  }
}
