package org.lagroups.desktop.guard;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.Reasons;

/** Why packets passed a gateway, or did not. */
final class WhyBox extends VBox {

  private final Button close;

  WhyBox(Texts texts, Reasons reasons, Overlay overlay) {
    Label head = new Label(texts.get("why.title", Shown.line(reasons.about(), 70)));
    head.getStyleClass().add(Styles.TITLE_3);
    head.setWrapText(true);
    ListView<String> lines = new ListView<>();
    lines.setId("guard-why-lines");
    lines.getItems().setAll(lines(texts, reasons));
    close = Parts.button("guard-why-close", texts.get("close"), Feather.X, overlay::hide);
    close.setCancelButton(true);
    getChildren().setAll(head, lines, Parts.row(Parts.space(), close));
    getStyleClass().addAll("dialogue", "wide");
    setMaxHeight(Region.USE_PREF_SIZE);
  }

  @Override
  public void requestFocus() {
    close.requestFocus();
  }

  private static List<String> lines(Texts texts, Reasons reasons) {
    List<String> lines = new ArrayList<>();
    for (Reasons.OfRule rule : reasons.rules()) {
      String key = rule.isLoaded() ? "why.rule" : "why.rule.gone";
      lines.add(
          texts.get(
              key,
              Shown.line(rule.rule(), 70),
              Shown.line(rule.message(), 80),
              Shown.line(rule.action())));
      for (Map.Entry<String, Long> each : rule.counts().entrySet()) {
        String outcome = "outcome." + each.getKey();
        String words = texts.has(outcome) ? texts.get(outcome) : Shown.line(each.getKey());
        lines.add(texts.get("why.count", words, each.getValue()));
      }
    }
    for (Reasons.OfPacket each : reasons.decisions()) {
      lines.add(
          texts.get(
              "why.packet",
              Shown.line(each.time()),
              Shown.line(each.from()),
              Shown.line(each.to()),
              Shown.line(each.outcome())));
    }
    return lines;
  }
}
