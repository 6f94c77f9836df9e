package org.lagroups.desktop.screen;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/**
 * How a person has arranged the window: where dividers are, which tabs are open, how wide columns
 * are and in which order. Each is a number under a name, such as {@code people.split}. On the
 * JavaFX thread.
 */
public final class Layout {

  /** No more numbers are kept, nor longer names. */
  public static final int MOST = 100;

  private static final int MOST_NAME = 60;

  private final Map<String, Double> numbers = new TreeMap<>();

  /** All of them, by their names. */
  public Map<String, Double> all() {
    return Map.copyOf(numbers);
  }

  /** A number, or the usual one. */
  public double get(String name, double usual) {
    return numbers.getOrDefault(name, usual);
  }

  /** Remembers a number; one that is none, and whatever is beyond the bounds, is left out. */
  public void put(String name, double value) {
    boolean hasRoom = numbers.containsKey(name) || numbers.size() < MOST;
    if (hasRoom && name.length() <= MOST_NAME && Double.isFinite(value)) {
      numbers.put(name, value);
    }
  }

  /**
   * Puts the divider of two parts where it was.
   *
   * @param usual its place otherwise, 0 to 1
   * @return remembers where it is then
   */
  public Subscription divider(SplitPane split, String name, double usual) {
    split.setDividerPositions(Math.clamp(get(name, usual), 0, 1));
    return () -> put(name, split.getDividerPositions()[0]);
  }

  /**
   * Puts a second part beside the first one, where the divider was.
   *
   * @param usual its place otherwise, 0 to 1
   */
  public void beside(SplitPane split, Node second, String name, double usual) {
    split.getItems().add(second);
    split.setDividerPositions(Math.clamp(get(name, usual), 0, 1));
  }

  /** Takes the second part away again, and remembers where the divider was. */
  public void alone(SplitPane split, String name) {
    if (split.getItems().size() > 1) {
      put(name, split.getDividerPositions()[0]);
      split.getItems().removeLast();
    }
  }

  /**
   * Opens the tab that was open.
   *
   * @return remembers which is open then
   */
  public Subscription tab(TabPane tabs, String name) {
    int last = tabs.getTabs().size() - 1;
    tabs.getSelectionModel().select((int) Math.clamp(get(name, 0), 0, last));
    return () -> put(name, tabs.getSelectionModel().getSelectedIndex());
  }

  /**
   * Makes columns as wide as they were, in the order in which they were.
   *
   * @param table whose columns have IDs
   * @return remembers how they are then
   */
  public <T> Subscription columns(TableView<T> table, String name) {
    List<TableColumn<T, ?>> columns = List.copyOf(table.getColumns());
    columns.forEach(one ->
        one.setPrefWidth(Math.max(one.getMinWidth(), get(widthOf(name, one), one.getPrefWidth()))));
    table
        .getColumns()
        .setAll(
            columns.stream()
                .sorted(
                    Comparator.comparingDouble(
                        one -> get(placeOf(name, one), columns.indexOf(one))))
                .toList());
    return () -> {
      for (int i = 0; i < table.getColumns().size(); i++) {
        TableColumn<T, ?> one = table.getColumns().get(i);
        put(widthOf(name, one), one.getWidth());
        put(placeOf(name, one), i);
      }
    };
  }

  private static String widthOf(String name, TableColumn<?, ?> column) {
    return name + "." + column.getId() + ".width";
  }

  private static String placeOf(String name, TableColumn<?, ?> column) {
    return name + "." + column.getId() + ".place";
  }
}
