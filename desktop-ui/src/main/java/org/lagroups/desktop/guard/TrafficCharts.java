package org.lagroups.desktop.guard;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.lagroups.desktop.guard.GatewayModel.Sample;
import org.lagroups.desktop.screen.Texts;

/** The traffic of the last minutes, as lines. */
final class TrafficCharts extends HBox {

  private static final int TICKS = 5;

  private final Texts texts;
  private final ObservableList<Sample> samples;
  private final List<Lines> all;
  private final Subscription open;

  /** A line of a chart, and what of a sample it shows. */
  private record Lines(
      LineChart<Number, Number> chart,
      XYChart.Series<Number, Number> series,
      ToDoubleFunction<Sample> value) {}

  TrafficCharts(Texts texts, ObservableList<Sample> samples) {
    this.texts = texts;
    this.samples = samples;
    LineChart<Number, Number> packets = chart(texts.get("chart.packets"));
    LineChart<Number, Number> bits = chart(texts.get("chart.megabits"));
    LineChart<Number, Number> found = chart(texts.get("chart.found"));
    all =
        List.of(
            line(packets, texts.get("chart.packets"), Sample::packets),
            line(bits, texts.get("chart.megabits"), Sample::megabits),
            line(found, texts.get("chart.alerts"), Sample::alerts),
            line(found, texts.get("chart.dropped"), Sample::dropped));
    for (LineChart<Number, Number> chart : List.of(packets, bits, found)) {
      HBox.setHgrow(chart, Priority.ALWAYS);
      getChildren().add(chart);
    }
    setId("guard-charts");
    ListChangeListener<Sample> changed = _ -> draw();
    samples.addListener(changed);
    open = () -> samples.removeListener(changed);
    draw();
  }

  /** Ends it. */
  void close() {
    open.unsubscribe();
  }

  private void draw() {
    double last = samples.isEmpty() ? 0 : samples.getLast().seconds();
    double first = Math.max(0, last - GatewayModel.MOST_SAMPLES);
    for (Lines each : all) {
      NumberAxis time = (NumberAxis) each.chart().getXAxis();
      time.setLowerBound(first);
      time.setUpperBound(Math.max(last, first + 10));
      time.setTickUnit((time.getUpperBound() - first) / TICKS);
      each.series()
          .getData()
          .setAll(
              samples.stream()
                  .map(sample ->
                      new XYChart.Data<Number, Number>(
                          sample.seconds(), each.value().applyAsDouble(sample)))
                  .toList());
    }
    getChildren().forEach(this::read);
  }

  /** For whoever does not see it, a chart says what it ends with. */
  private void read(Node chart) {
    if (!samples.isEmpty()) {
      Sample now = samples.getLast();
      chart.setAccessibleText(
          all.stream()
              .filter(each -> each.chart().equals(chart))
              .map(each ->
                  texts.get("chart.now", each.series().getName(), each.value().applyAsDouble(now)))
              .collect(Collectors.joining(", ")));
    }
  }

  private static Lines line(
      LineChart<Number, Number> chart, String name, ToDoubleFunction<Sample> value) {
    XYChart.Series<Number, Number> series = new XYChart.Series<>();
    series.setName(name);
    chart.getData().add(series);
    return new Lines(chart, series, value);
  }

  private static LineChart<Number, Number> chart(String title) {
    NumberAxis time = new NumberAxis();
    time.setAutoRanging(false);
    time.setTickLabelsVisible(false);
    time.setMinorTickVisible(false);
    NumberAxis value = new NumberAxis();
    value.setForceZeroInRange(true);
    value.setMinorTickVisible(false);
    LineChart<Number, Number> chart = new LineChart<>(time, value);
    chart.setTitle(title);
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    // Which line is which says the title, and the lines' dashes.
    chart.setLegendVisible(false);
    chart.setMinWidth(0);
    chart.getStyleClass().add("guard-chart");
    chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    return chart;
  }
}
