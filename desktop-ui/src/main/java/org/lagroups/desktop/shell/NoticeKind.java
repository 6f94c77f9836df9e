package org.lagroups.desktop.shell;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Texts;

/** How a notice is meant: by a picture, a word and a colour, of which each is enough. */
final class NoticeKind {

  private NoticeKind() {}

  static Feather picture(Notices.Kind kind) {
    return switch (kind) {
      case DONE -> Feather.CHECK;
      case NOTE -> Feather.INFO;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case PROBLEM -> Feather.X_OCTAGON;
    };
  }

  /** The style class of its colour. */
  static String style(Notices.Kind kind) {
    return switch (kind) {
      case DONE -> Styles.SUCCESS;
      case NOTE -> Styles.ACCENT;
      case WARNING -> Styles.WARNING;
      case PROBLEM -> Styles.DANGER;
    };
  }

  /** What is read aloud before the notice. */
  static String word(Texts texts, Notices.Kind kind) {
    return texts.get("kind." + kind.name().toLowerCase(Locale.ROOT));
  }
}
