package org.lagroups.desktop.screen;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the node tells them, one of which is chosen. The choice goes by what the row is about, so
 * that it stays whatever else of the row changes, and wherever it moves; whoever presses a button
 * means the row that he chose. The first one is chosen by itself. On the JavaFX thread.
 *
 * @param <T> a row
 */
public final class Rows<T> {

  private final Function<T, Object> key;
  private final ObservableList<T> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable T> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper settled = new ReadOnlyLongWrapper();
  private @Nullable Object wanted;
  private boolean isChanging;

  /**
   * None yet.
   *
   * @param key what a row is about
   */
  public Rows(Function<T, Object> key) {
    this.key = key;
  }

  /** The rows; only {@link #show} changes them. */
  public ObservableList<T> all() {
    return rows;
  }

  /** The chosen row, as it is now; null if there are none. */
  public ReadOnlyObjectProperty<@Nullable T> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Chooses what this is the key of, at once or when there is a row about it. */
  public void choose(Object about) {
    wanted = about;
    settle();
  }

  /** Shows these, in this order. */
  public void show(List<T> now) {
    isChanging = true;
    try {
      change(now);
    } finally {
      isChanging = false;
    }
    settle();
  }

  /** Whether rows are being changed: what a list chooses by itself meanwhile is nobody's choice. */
  public boolean isChanging() {
    return isChanging;
  }

  /** Counts how often rows or the choice were settled: a list then shows the choice again. */
  public ReadOnlyLongProperty settled() {
    return settled.getReadOnlyProperty();
  }

  /** What a row is about. */
  public Object keyOf(T row) {
    return key.apply(row);
  }

  private void settle() {
    T row =
        rows.stream()
            .filter(one -> key.apply(one).equals(wanted))
            .findFirst()
            .orElse(rows.isEmpty() ? null : rows.getFirst());
    chosen.set(row);
    settled.set(settled.get() + 1);
  }

  /** Touches only what differs, so that a list stays where it was scrolled to. */
  private void change(List<T> now) {
    Set<Object> there = rows.stream().map(key).collect(Collectors.toSet());
    Set<Object> wantedKeys = now.stream().map(key).collect(Collectors.toSet());
    rows.removeIf(row -> !wantedKeys.contains(key.apply(row)));
    for (int i = 0; i < now.size(); i++) {
      T row = now.get(i);
      Object about = key.apply(row);
      if (i < rows.size() && key.apply(rows.get(i)).equals(about)) {
        if (!rows.get(i).equals(row)) {
          rows.set(i, row);
        }
      } else {
        if (there.contains(about)) {
          rows.removeIf(old -> key.apply(old).equals(about));
        }
        rows.add(i, row);
      }
    }
  }
}
