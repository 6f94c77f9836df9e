package org.lagroups.desktop.people;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.people.GraphModel.Findings;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GraphAnswer.Explanation;
import org.lagroups.node.control.api.GraphAnswer.Loss;

/** The graph, and below it what is found about two members, and about the chosen one's leaving. */
final class GraphPane extends VBox {

  private static final double SAMPLE = 36;

  private final Texts texts;
  private final GraphModel model;
  private final PeopleModel people;
  private final GraphView view;
  private final TimeSlider time;
  private final VBox findings = new VBox();
  private final Button clear;
  private final Subscription open;

  GraphPane(Texts texts, GraphModel model, PeopleModel people) {
    this.texts = texts;
    this.model = model;
    this.people = people;
    view = new GraphView(texts, model);
    time = new TimeSlider(texts, model);
    VBox.setVgrow(view, Priority.ALWAYS);
    findings.setId("people-findings");
    findings.getStyleClass().add("people-lines");
    ScrollPane scroll = new ScrollPane(findings);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("people-findings");
    Button mark =
        Parts.button("people-mark", texts.get("graph.mark"), Feather.MAP_PIN, this::markChosen);
    mark.disableProperty().bind(people.chosen().isNull());
    clear = Parts.button("people-unmark", texts.get("graph.unmark"), Feather.X, model::unmark);
    Label legend = Parts.muted(texts.get("graph.legend"));
    legend.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(view, time, legend, Parts.row(mark, clear), scroll);
    getStyleClass().add("people-graph-pane");
    open =
        Subscription.combine(
            model.findings().subscribe(_ -> show()), people.chosen().subscribe(_ -> show()));
  }

  /** Ends it. */
  void close() {
    open.unsubscribe();
    time.close();
    view.close();
  }

  private void markChosen() {
    NodeId chosen = people.chosen().get();
    if (chosen != null) {
      model.mark(chosen);
    }
  }

  private void show() {
    Findings now = model.findings().get();
    clear.setDisable(now.from() == null);
    List<Node> lines = new ArrayList<>();
    NodeId from = now.from();
    NodeId to = now.to();
    if (from == null) {
      lines.add(Parts.muted(texts.get("graph.how")));
    } else if (to == null) {
      lines.add(line(texts.get("graph.oneEnd", model.name(from))));
    } else if (!now.isAnswered()) {
      lines.add(Parts.muted(texts.get("graph.asking")));
    } else {
      lines.addAll(between(now, from, to));
    }
    lines.addAll(without(now));
    findings.getChildren().setAll(lines);
  }

  private List<Node> between(Findings now, NodeId from, NodeId to) {
    List<Node> lines = new ArrayList<>();
    Label head =
        line(texts.get("graph.paths", now.paths().size(), model.name(from), model.name(to)));
    head.getStyleClass().add(Styles.TEXT_BOLD);
    lines.add(head);
    for (int i = 0; i < now.paths().size(); i++) {
      Label path =
          line(now.paths().get(i).stream().map(model::name).collect(Collectors.joining(" → ")));
      path.setGraphic(sample(i));
      lines.add(path);
    }
    if (now.isDirect()) {
      lines.add(line(texts.get("graph.direct", model.name(from), model.name(to))));
    } else if (!now.cut().isEmpty()) {
      String names = now.cut().stream().map(model::name).sorted().collect(Collectors.joining(", "));
      lines.add(line(texts.get("graph.cut", now.cut().size(), names)));
    }
    return lines;
  }

  private List<Node> without(Findings now) {
    List<Node> lines = new ArrayList<>();
    NodeId chosen = people.chosen().get();
    for (Explanation one : now.without()) {
      if (one.refused() == null && !one.without().isEmpty() && texts.has("if." + one.question())) {
        Loss loss = one.without().getFirst();
        lines.add(
            line(texts.get("if." + one.question(), number(one.before()), number(loss.after()))));
      }
    }
    if (!lines.isEmpty() && chosen != null) {
      Label head = line(texts.get("graph.without", model.name(chosen)));
      head.getStyleClass().add(Styles.TEXT_BOLD);
      lines.addFirst(head);
    }
    return lines;
  }

  private String number(@Nullable Double value) {
    return value == null ? texts.get("if.none") : texts.get("if.number", value);
  }

  private static Node sample(int path) {
    PathStyle style = PathStyle.of(path);
    Line sample = new Line(0, 0, SAMPLE, 0);
    sample.setStroke(style.colour());
    sample.setStrokeWidth(3.5);
    sample.getStrokeDashArray().setAll(style.dashes());
    return sample;
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
