package org.lagroups.desktop.search;

import atlantafx.base.theme.Styles;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.files.FileKind;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.node.cli.Amounts;

/** The results, one in a row, in the order of arrival until one sorts them. */
final class HitTable extends TableView<HitView> {

  private static final double ROW = 34;

  /** A badge's words fit in. */
  private static final double BADGE_WIDTH = 235;

  private static final double LEAST_WIDTH = 165;

  private final Texts texts = Texts.of(HitTable.class);
  private final double scale;

  /**
   * A table over a list.
   *
   * @param scale of letters, by which rows and columns go
   * @param verifyPaths from how many paths on a result is verified now
   */
  HitTable(ObservableList<HitView> hits, IntSupplier verifyPaths, ReadOnlyDoubleProperty scale) {
    SortedList<HitView> sorted = new SortedList<>(hits);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setId("search-hits");
    setAccessibleText(texts.get("results"));
    // Of equal height, so that a hundred thousand can be gone through.
    fixedCellSizeProperty().bind(scale.multiply(ROW));
    this.scale = scale.get();
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    getStyleClass().addAll(Styles.DENSE, "hits");
    getColumns().add(column("column.name", 420, HitView::name, HitTable::showName));
    getColumns()
        .add(
            column(
                "column.size",
                90,
                HitView::sizeBytes,
                (cell, hit) -> {
                  cell.setText(Amounts.bytes(hit.sizeBytes()));
                  cell.setGraphic(null);
                }));
    getColumns()
        .add(
            column(
                "column.publisher",
                120,
                HitView::publisherName,
                (cell, hit) -> {
                  cell.setText(publisher(texts, hit));
                  cell.setGraphic(null);
                }));
    getColumns()
        .add(
            column(
                "column.standing",
                BADGE_WIDTH,
                hit -> hit.paths() == null ? Integer.MAX_VALUE : hit.paths(),
                (cell, hit) -> {
                  Badge badge = cell.getGraphic() instanceof Badge old ? old : new Badge();
                  badge.show(hit, verifyPaths.getAsInt());
                  cell.setGraphic(badge);
                  cell.setText("");
                }));
    setPlaceholder(new Label());
  }

  /** What stands there while nothing is in it. */
  void placeholder(String words) {
    Label label = new Label(words);
    label.setId("search-empty");
    label.setWrapText(true);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    setPlaceholder(label);
  }

  /** A publisher's name, safe to show. */
  static String publisher(Texts texts, HitView hit) {
    return hit.own() ? texts.get("you") : Shown.name(hit.publisherName(), hit.publisher());
  }

  private static void showName(TableCell<HitView, ?> cell, HitView hit) {
    FileKind kind = FileKind.of(hit.mimeType());
    FontIcon icon = cell.getGraphic() instanceof FontIcon old ? old : new FontIcon();
    if (icon.getIconCode() != kind.icon()) {
      icon.setIconCode(kind.icon());
    }
    cell.setGraphic(icon);
    cell.setText(Shown.line(hit.name()));
    // A tooltip is a window of its own, and dear to make: cells are filled anew with every frame
    // while one scrolls.
    Tooltip tooltip = cell.getTooltip() == null ? new Tooltip() : cell.getTooltip();
    tooltip.setText(kind.word() + ": " + cell.getText());
    cell.setTooltip(tooltip);
  }

  private <V> TableColumn<HitView, V> column(
      String key,
      double width,
      Function<HitView, V> value,
      BiConsumer<TableCell<HitView, ?>, HitView> show) {
    TableColumn<HitView, V> column = new TableColumn<>(texts.get(key));
    column.setId(key);
    column.setPrefWidth(width * scale);
    column.setMinWidth(Math.min(width, LEAST_WIDTH) * scale);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable V item, boolean empty) {
            super.updateItem(item, empty);
            HitView hit = empty || getTableRow() == null ? null : getTableRow().getItem();
            if (hit == null) {
              setText("");
              setGraphic(null);
              setTooltip(null);
            } else {
              show.accept(this, hit);
            }
          }
        });
    return column;
  }
}
