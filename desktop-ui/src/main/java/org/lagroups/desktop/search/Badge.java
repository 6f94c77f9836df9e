package org.lagroups.desktop.search;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.HitView.Confirmed;

/**
 * How well a result's publisher is vouched for: a picture, words, and an explanation under them.
 */
final class Badge extends Label {

  /** What there is to say, by its colour; one of these is the badge's state in style sheets. */
  private enum Standing {
    BAD(Feather.SLASH),
    OWN(Feather.USER),
    VERIFIED(Feather.CHECK_CIRCLE),
    FEW(Feather.ALERT_CIRCLE);

    private final Feather picture;

    Standing(Feather picture) {
      this.picture = picture;
    }

    private PseudoClass state() {
      return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
    }
  }

  /** What a badge's looks and words depend on. */
  private record Facts(
      boolean isBad, @Nullable Integer paths, int verifyPaths, @Nullable Confirmed confirmed) {}

  private final Texts texts = Texts.of(Badge.class);
  private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
  private final Tooltip tooltip = new Tooltip();
  private @Nullable Facts shown;
  private @Nullable Standing standing;

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
    Integer paths = hit.paths();
    Facts facts = new Facts(hit.hidden(), paths, verifyPaths, hit.confirmed());
    if (facts.equals(shown)) {
      return; // a list that is scrolled asks for each row anew
    }
    shown = facts;
    if (hit.hidden()) {
      look(Standing.BAD, texts.get("badge.bad"));
    } else if (paths == null) {
      look(Standing.OWN, texts.get("badge.own"));
    } else if (paths >= verifyPaths) {
      look(Standing.VERIFIED, words("badge.verified", paths, hit.confirmed()));
    } else {
      look(Standing.FEW, words("badge.few", paths, hit.confirmed()));
    }
    tooltip.setText(explain(texts, hit, verifyPaths));
    setAccessibleText(getText() + ". " + tooltip.getText());
  }

  private String words(String key, int paths, @Nullable Confirmed confirmed) {
    return confirmed == null
        ? texts.get(key, paths)
        : texts.get(key + ".confirmed", paths, confirmed.confirmations(), confirmed.routes());
  }

  /** What the badge means, in a sentence or three. */
  static String explain(Texts texts, HitView hit, int verifyPaths) {
    String standing = explainStanding(texts, hit, verifyPaths);
    Confirmed confirmed = hit.confirmed();
    return confirmed == null || hit.hidden()
        ? standing
        : texts.get("explain.confirmed", standing, confirmed.confirmations(), confirmed.routes());
  }

  private static String explainStanding(Texts texts, HitView hit, int verifyPaths) {
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

  /** By a state, not a style class, for which all rules would be looked through anew. */
  private void look(Standing now, String words) {
    setText(words);
    if (now == standing) {
      return;
    }
    if (standing != null) {
      pseudoClassStateChanged(standing.state(), false);
    }
    standing = now;
    pseudoClassStateChanged(now.state(), true);
    icon.setIconCode(now.picture);
  }
}
