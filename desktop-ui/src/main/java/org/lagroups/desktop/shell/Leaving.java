package org.lagroups.desktop.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.shell.LeavingModel.Busy;

/** Asks before a node that is busy ends with its window. */
final class Leaving implements AutoCloseable {

  private final Texts texts = Texts.of(Leaving.class);
  private final LeavingModel model;
  private final Overlay overlay;

  Leaving(Api api, Overlay overlay) {
    model = new LeavingModel(api);
    this.overlay = overlay;
  }

  /** Leaves at once if the node is at nothing, otherwise when the user says so. */
  void ask(Runnable leave) {
    model.ask(busy -> {
      if (busy.isBusy()) {
        overlay.show(question(busy, leave));
      } else {
        leave.run();
      }
    });
  }

  @Override
  public void close() {
    model.close();
  }

  private VBox question(Busy busy, Runnable leave) {
    Label title = new Label(texts.get("leave.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    VBox box = new VBox(title);
    if (busy.downloads() > 0) {
      box.getChildren().add(line(texts.get("leave.downloads", busy.downloads())));
    }
    if (busy.streams() > 0) {
      box.getChildren().add(line(texts.get("leave.streams", busy.streams())));
    }
    Button stay = Parts.button("leave-stay", texts.get("leave.stay"), Feather.X, overlay::hide);
    stay.setCancelButton(true);
    Button go =
        Parts.button(
            "leave-leave",
            texts.get("leave.leave"),
            Feather.LOG_OUT,
            () -> {
              overlay.hide();
              leave.run();
            });
    go.getStyleClass().add(Styles.DANGER);
    box.getChildren().add(Parts.row(Parts.space(), stay, go));
    box.setId("leave");
    box.getStyleClass().add("dialogue");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private static Label line(String text) {
    Label line = new Label(text);
    line.setWrapText(true);
    return line;
  }
}
