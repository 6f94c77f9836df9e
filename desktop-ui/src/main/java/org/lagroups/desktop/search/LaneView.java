package org.lagroups.desktop.search;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;

/**
 * Draws the paths to a publisher: oneself on the left, the publisher on the right, each path on a
 * line of its own, with what a check over it brought. At most {@link #MOST} are drawn.
 */
final class LaneView extends Pane {

  /** More are only counted. */
  static final int MOST = 6;

  /** Of a longer path the beginning is drawn. */
  private static final int MOST_BETWEEN = 3;

  private static final double LEAST_ROW = 38;
  private static final double ROWS_PER_NODE = 1.3;
  private static final double GAP = 10;

  private record Row(List<Label> labels, List<CubicCurve> lines) {}

  private final Texts texts = Texts.of(LaneView.class);
  private final Label self = node(texts.get("you"));
  private final Label publisher = node("");
  private final Label more = new Label();
  private final List<Row> rows = new ArrayList<>();

  LaneView() {
    setId("search-lanes");
    more.getStyleClass().add(Styles.TEXT_MUTED);
  }

  /** Draws these. */
  void show(String name, List<Lane> lanes) {
    rows.clear();
    publisher.setText(name);
    lanes.stream().limit(MOST).map(this::row).forEach(rows::add);
    more.setText(lanes.size() > MOST ? texts.get("moreLanes", lanes.size() - MOST) : "");
    getChildren().clear();
    rows.forEach(row -> getChildren().addAll(row.lines));
    rows.forEach(row -> getChildren().addAll(row.labels));
    if (!rows.isEmpty()) {
      getChildren().addAll(self, publisher, more);
    }
    setAccessibleText(spoken(name, lanes));
    requestLayout();
  }

  private Row row(Lane lane) {
    List<Label> labels = new ArrayList<>();
    lane.names().stream().limit(MOST_BETWEEN).forEach(name -> labels.add(node(name)));
    if (lane.names().size() > MOST_BETWEEN) {
      labels.add(node("…"));
    }
    if (!lane.outcome().isEmpty()) {
      labels.add(outcome(lane.outcome()));
    }
    List<CubicCurve> lines = new ArrayList<>();
    for (int i = 0; i <= labels.size(); i++) {
      CubicCurve line = new CubicCurve();
      line.getStyleClass().addAll("lane-line", kind(lane.outcome()));
      lines.add(line);
    }
    return new Row(labels, lines);
  }

  private Label outcome(String outcome) {
    boolean isGood = outcome.equals("same");
    Label label =
        new Label(
            words(outcome), new FontIcon(isGood ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
    label.getStyleClass().addAll("lane-outcome", kind(outcome));
    return label;
  }

  private String words(String outcome) {
    String key = "outcome." + outcome;
    return texts.has(key) ? texts.get(key) : Shown.line(outcome);
  }

  private static String kind(String outcome) {
    return switch (outcome) {
      case "" -> "unasked";
      case "same" -> Styles.SUCCESS;
      case "no-answer", "gone" -> Styles.WARNING;
      default -> Styles.DANGER;
    };
  }

  private static Label node(String name) {
    Label label = new Label(name);
    label.getStyleClass().add("lane-node");
    return label;
  }

  private String spoken(String name, List<Lane> lanes) {
    List<String> sentences = new ArrayList<>();
    for (Lane lane : lanes) {
      List<String> all = new ArrayList<>(lane.names());
      all.addFirst(texts.get("you"));
      all.add(name);
      sentences.add((String.join(", ", all) + " " + words(lane.outcome())).strip());
    }
    return String.join(". ", sentences);
  }

  @Override
  protected double computePrefHeight(double width) {
    double row = rowHeight();
    return rows.isEmpty() ? 0 : rows.size() * row + (more.getText().isEmpty() ? 0 : row / 2);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double row = rowHeight();
    double middle = rows.size() * row / 2;
    double left = Math.min(self.prefWidth(-1), width / 4);
    double right = Math.min(publisher.prefWidth(-1), width / 4);
    place(self, 0, middle, left);
    place(publisher, width - right, middle, right);
    double room = width - left - right;
    for (int i = 0; i < rows.size(); i++) {
      layout(rows.get(i), (i + 0.5) * row, left, room, middle);
    }
    more.resizeRelocate(left + GAP, rows.size() * row, room, row / 2);
  }

  /** By the letters, which people make larger. */
  private double rowHeight() {
    return Math.max(LEAST_ROW, ROWS_PER_NODE * self.prefHeight(-1));
  }

  private void layout(Row row, double y, double left, double room, double middle) {
    int count = row.labels.size();
    double slot = room / (count + 1);
    double fromX = left;
    double fromY = middle;
    for (int i = 0; i < count; i++) {
      Label label = row.labels.get(i);
      double most = (room - GAP * (count + 1)) / count;
      double width = Math.min(label.prefWidth(-1), most);
      double x = left + slot * (i + 1) - width / 2;
      place(label, x, y, width);
      draw(row.lines.get(i), fromX, fromY, x, y);
      fromX = x + width;
      fromY = y;
    }
    draw(row.lines.get(count), fromX, fromY, left + room, middle);
  }

  private static void place(Label label, double x, double y, double width) {
    double height = label.prefHeight(-1);
    label.resizeRelocate(x, y - height / 2, width, height);
  }

  private static void draw(CubicCurve line, double x1, double y1, double x2, double y2) {
    double bend = (x2 - x1) / 2;
    line.setStartX(x1);
    line.setStartY(y1);
    line.setControlX1(x1 + bend);
    line.setControlY1(y1);
    line.setControlX2(x2 - bend);
    line.setControlY2(y2);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
