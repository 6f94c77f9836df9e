package org.lagroups.desktop.streams;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;

/** A dialogue that asks for something, and says right there why it was refused. */
abstract class Form extends VBox {

  private static final double WIDTH = 560;

  private final Overlay overlay;
  private final Label refusal = new Label();
  private final Button done;

  Form(Texts texts, Overlay overlay, String id, String title, String doneWords) {
    this.overlay = overlay;
    Label head = new Label(title);
    head.getStyleClass().add(Styles.TITLE_3);
    refusal.setId(id + "-refusal");
    refusal.setWrapText(true);
    refusal.getStyleClass().add(Styles.DANGER);
    done = Parts.button(id + "-do", doneWords, Feather.CHECK, this::tryIt);
    done.setDefaultButton(true);
    done.getStyleClass().add(Styles.ACCENT);
    Button no = Parts.button(id + "-cancel", texts.get("cancel"), Feather.X, overlay::hide);
    no.setCancelButton(true);
    getChildren().setAll(head, refusal, Parts.row(Parts.space(), no, done));
    getStyleClass().add("dialogue");
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    setPrefWidth(WIDTH);
  }

  /** Puts fields between the title and the buttons. */
  final void fields(Node... fields) {
    getChildren().addAll(1, List.of(fields));
  }

  /** Asks the node; afterwards either {@link #hide} or {@link #refused} is called. */
  abstract void ask();

  final void hide() {
    overlay.hide();
  }

  final void refused(Problem problem) {
    done.setDisable(false);
    refusal.setText(Shown.line((problem.message() + " " + problem.hint()).strip(), 400));
  }

  private void tryIt() {
    refusal.setText("");
    done.setDisable(true);
    ask();
  }
}
