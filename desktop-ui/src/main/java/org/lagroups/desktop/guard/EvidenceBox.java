package org.lagroups.desktop.guard;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
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
import org.lagroups.wormguard.api.EvidenceView;
import org.lagroups.wormguard.api.EvidenceView.Sample;

/** What a signature stands on: how far it had spread, and payloads in which it was found. */
final class EvidenceBox extends VBox {

  EvidenceBox(Texts texts, String title, EvidenceView evidence, Overlay overlay) {
    Label head = new Label(texts.get("evidence.title", title));
    head.getStyleClass().add(Styles.TITLE_3);
    head.setWrapText(true);
    Label counts =
        Parts.muted(
            texts.get(
                "evidence.counts",
                evidence.packets(),
                evidence.sources(),
                evidence.destinations(),
                evidence.scanners()));
    counts.setId("guard-evidence-counts");
    ListView<String> lines = new ListView<>();
    lines.setId("guard-evidence-lines");
    lines.setAccessibleText(texts.get("evidence.payloads"));
    lines.getItems().setAll(lines(texts, evidence));
    lines.getStyleClass().add("guard-payloads");
    Button close =
        Parts.button("guard-evidence-close", texts.get("close"), Feather.X, overlay::hide);
    close.setCancelButton(true);
    getChildren().setAll(head, counts, lines, Parts.row(Parts.space(), close));
    getStyleClass().addAll("dialogue", "wide");
    GuardStyle.on(this);
    setMaxHeight(Region.USE_PREF_SIZE);
  }

  private static List<String> lines(Texts texts, EvidenceView evidence) {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (Sample sample : evidence.samples()) {
      number++;
      lines.add(
          texts.get(
              "evidence.sample",
              number,
              evidence.samples().size(),
              Shown.line(sample.protocol(), 10),
              String.valueOf(sample.sourcePort()),
              String.valueOf(sample.destinationPort())));
      lines.addAll(sample.dump());
    }
    return lines;
  }
}
