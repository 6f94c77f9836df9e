package org.lagroups.desktop.guard;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.Reasons;

/** What the gateway does now, and what it told of late. */
final class GatewayPane extends StackPane {

  private final Texts texts;
  private final Desk desk;
  private final GatewayModel model;
  private final Label none = new Label();
  private final Label hint = Parts.muted("");
  private final VBox nobody = new VBox(none, hint);
  private final Label doing = new Label();
  private final FlowPane suspended = new FlowPane();
  private final TrafficCharts charts;
  private final AlertTable table;
  private final TextField filter = new TextField();
  private final VBox working;
  private final Subscription open;

  GatewayPane(Texts texts, Desk desk, GatewayModel model) {
    this.texts = texts;
    this.desk = desk;
    this.model = model;
    charts = new TrafficCharts(texts, model.samples());
    table = new AlertTable(texts, model.alerts());
    VBox.setVgrow(table, Priority.ALWAYS);
    none.setId("guard-none");
    none.setWrapText(true);
    doing.setId("guard-doing");
    doing.setWrapText(true);
    suspended.setId("guard-suspended");
    suspended.getStyleClass().add("guard-buttons");
    filter.setId("guard-filter");
    filter.setPromptText(texts.get("alerts.filter"));
    filter.setAccessibleText(texts.get("alerts.filter"));
    HBox.setHgrow(filter, Priority.ALWAYS);
    Button why = Parts.button("guard-why", texts.get("why"), Feather.HELP_CIRCLE, this::why);
    why.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    working = new VBox(doing, suspended, charts, Parts.row(filter, why), table);
    working.getStyleClass().add("guard-gateway");
    nobody.getStyleClass().add("guard-gateway");
    getChildren().setAll(nobody, working);
    working.visibleProperty().bind(model.stats().isNotNull());
    nobody.visibleProperty().bind(Bindings.not(working.visibleProperty()));
    open =
        Subscription.combine(
            model.stats().subscribe(this::show),
            model.problem().subscribe(this::show),
            filter.textProperty().subscribe(table::filter));
  }

  /** Ends it. */
  void close() {
    open.unsubscribe();
    charts.close();
  }

  private void show(@Nullable GuardStats now) {
    if (now == null) {
      return;
    }
    String partners =
        now.partners().isAsked()
            ? texts.get(
                now.partners().isAnswering() ? "gateway.partners" : "gateway.partners.silent",
                now.partners().rules())
            : texts.get("gateway.alone");
    doing.setText(
        texts.get(
            "gateway.doing",
            now.rules(),
            partners,
            now.frames(),
            now.dropped(),
            now.alerts(),
            now.flows()));
    List<Node> buttons = now.suspended().stream().map(this::resume).toList();
    suspended.getChildren().setAll(buttons);
    suspended.setManaged(!buttons.isEmpty());
  }

  private Node resume(String rule) {
    String words = texts.get("gateway.resume", Shown.line(rule, 20));
    return Parts.button("guard-resume", words, Feather.ALERT_TRIANGLE, () -> model.resume(rule));
  }

  private void show(@Nullable Problem why) {
    none.setText(why == null ? texts.get("gateway.asking") : Shown.line(why.message(), 300));
    hint.setText(why == null ? "" : Shown.line(why.hint(), 300));
  }

  private void why() {
    Reasons.OfPacket chosen = table.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.why(
          chosen,
          reasons -> desk.overlay().show(new WhyBox(texts, reasons, desk.overlay())),
          desk.notices()::tell);
    }
  }
}
