package org.lagroups.desktop.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.util.Subscription;
import org.lagroups.desktop.guard.RuleMessage;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Kind;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.SignatureEvent;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;

/**
 * Tells which signatures begin to be enforced, cease to be, or are refuted. On the JavaFX thread.
 */
final class SignatureNews implements AutoCloseable {

  private static final int BRIEF = 20;
  private static final String ENFORCED = "enforced";

  private final Notices notices;
  private final Texts texts = Texts.of(SignatureNews.class);
  private final Map<Object, String> phases = new HashMap<>();
  private final Subscription open;
  private boolean isFirst = true;

  SignatureNews(Api api, Notices notices) {
    this.notices = notices;
    open =
        new Live<>(api, "/v1/guard/signatures", SignatureList.class, this::take)
            .on(SignatureEvent.TYPE)
            .start();
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  /** What was so before this window looked is no news. */
  private void take(SignatureList list) {
    Map<Object, String> now = new HashMap<>();
    for (SignatureView one : list.signatures()) {
      Object key = List.of(one.group(), one.id());
      now.put(key, one.phase());
      String before = phases.getOrDefault(key, "");
      if (!isFirst && !before.equals(one.phase())) {
        tell(one, before);
      }
    }
    phases.clear();
    phases.putAll(now);
    isFirst = false;
  }

  private void tell(SignatureView one, String before) {
    String title = RuleMessage.of(one.rule()).orElse(Shown.line(one.id(), BRIEF));
    if (one.phase().equals(ENFORCED)) {
      tell(Kind.NOTE, "news.signature.enforced", title);
    } else if (one.phase().equals("refuted")) {
      tell(Kind.WARNING, "news.signature.refuted", title);
    } else if (before.equals(ENFORCED)) {
      tell(Kind.NOTE, "news.signature.lapsed", title);
    }
  }

  private void tell(Kind kind, String key, String title) {
    notices.tell(kind, texts.get(key, title), "", Place.GUARD);
  }
}
