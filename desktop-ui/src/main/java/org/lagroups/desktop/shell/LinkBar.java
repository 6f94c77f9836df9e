package org.lagroups.desktop.shell;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;

/** Says whether the node answers, and what to do if not. */
final class LinkBar extends HBox implements AutoCloseable {

  private final Texts texts = Texts.of(LinkBar.class);
  private final Label says = new Label();
  private final FontIcon icon = new FontIcon(Feather.CIRCLE);
  private final Subscription open;

  LinkBar(ReadOnlyObjectProperty<LinkState> state) {
    says.setId("link-state");
    says.setWrapText(true);
    getChildren().setAll(icon, says);
    getStyleClass().add("link-bar");
    open = state.subscribe(this::show);
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  private void show(LinkState state) {
    getStyleClass().removeAll(Styles.DANGER, Styles.WARNING, Styles.SUCCESS);
    switch (state) {
      case LinkState.Connecting() -> say(Feather.CIRCLE, Styles.WARNING, texts.get("connecting"));
      case LinkState.Connected(var node) ->
          say(
              Feather.CHECK_CIRCLE,
              Styles.SUCCESS,
              texts.get("connected", Shown.name(node.name(), node.node())));
      case LinkState.Lost(String message, String hint) ->
          say(
              Feather.WIFI_OFF,
              Styles.DANGER,
              texts.get(
                  "lost", message.isEmpty() ? texts.get("ended") : safe(message), safe(hint)));
      case LinkState.Refused(String message, String hint) ->
          say(Feather.LOCK, Styles.DANGER, texts.get("refused", safe(message), safe(hint)));
    }
  }

  private void say(Feather picture, String style, String words) {
    icon.setIconCode(picture);
    says.setText(words.strip());
    getStyleClass().add(style);
  }

  private static String safe(String text) {
    return Shown.line(text, 300);
  }
}
