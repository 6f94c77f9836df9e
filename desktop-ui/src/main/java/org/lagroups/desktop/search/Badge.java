package org.lagroups.desktop.search;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.HitView;

/**
 * How well a result's publisher is vouched for: a picture, words, and an explanation under them.
 */
final class Badge extends Label {

  private final Texts texts = Texts.of(Badge.class);
  private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
  private final Tooltip tooltip = new Tooltip();

  Badge() {
    setGraphic(icon);
    setTooltip(tooltip);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(380);
    tooltip.setShowDelay(Duration.millis(300));
    getStyleClass().add("badge");
  }

  /**
   * Shows a result's standing.
   *
   * @param verifyPaths from how many paths on it is verified
   */
  void show(HitView hit, int verifyPaths) {
    getStyleClass().removeAll(Styles.SUCCESS, Styles.WARNING, Styles.DANGER, Styles.ACCENT);
    Integer paths = hit.paths();
    if (hit.hidden()) {
      look(Feather.SLASH, Styles.DANGER, texts.get("badge.bad"));
    } else if (paths == null) {
      look(Feather.USER, Styles.ACCENT, texts.get("badge.own"));
    } else if (paths >= verifyPaths) {
      look(Feather.CHECK_CIRCLE, Styles.SUCCESS, texts.get("badge.verified", paths));
    } else {
      look(Feather.ALERT_CIRCLE, Styles.WARNING, texts.get("badge.few", paths));
    }
    tooltip.setText(explain(texts, hit, verifyPaths));
    setAccessibleText(getText() + ". " + tooltip.getText());
  }

  /** What the badge means, in a sentence or two. */
  static String explain(Texts texts, HitView hit, int verifyPaths) {
    Integer paths = hit.paths();
    if (hit.hidden()) {
      return texts.get("explain.bad");
    }
    if (paths == null) {
      return texts.get("explain.own");
    }
    if (paths < 1) {
      return texts.get("explain.none");
    }
    return paths == 1
        ? texts.get("explain.one", verifyPaths)
        : texts.get("explain.many", paths, paths - 1, verifyPaths);
  }

  private void look(Feather picture, String style, String words) {
    icon.setIconCode(picture);
    getStyleClass().add(style);
    setText(words);
  }
}
