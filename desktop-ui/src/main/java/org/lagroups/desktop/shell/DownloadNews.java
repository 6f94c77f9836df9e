package org.lagroups.desktop.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Kind;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;

/** Tells which downloads have ended. On the JavaFX thread. */
final class DownloadNews implements AutoCloseable {

  private final Notices notices;
  private final Texts texts = Texts.of(DownloadNews.class);
  private final Map<Long, String> phases = new HashMap<>();
  private final Subscription open;
  private boolean isFirst = true;

  DownloadNews(Api api, Notices notices) {
    this.notices = notices;
    open =
        new Live<>(api, "/v1/share/downloads", DownloadList.class, this::take)
            .on("share.progress")
            .start();
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  /** What had ended before this window looked is no news. */
  private void take(DownloadList list) {
    Map<Long, String> now = new HashMap<>();
    for (DownloadView one : list.downloads()) {
      now.put(one.id(), one.phase());
      if (!isFirst && !Objects.equals(phases.get(one.id()), one.phase())) {
        tell(one);
      }
    }
    phases.clear();
    phases.putAll(now);
    isFirst = false;
  }

  private void tell(DownloadView one) {
    if (one.phase().equals("done")) {
      notices.tell(
          Kind.DONE, texts.get("news.download.done", Shown.line(one.name())), "", Place.TRANSFERS);
    } else if (one.phase().equals("failed")) {
      String why = (orEmpty(one.problem()) + " " + orEmpty(one.hint())).strip();
      notices.tell(
          Kind.PROBLEM,
          texts.get("news.download.failed", Shown.line(one.name())),
          why,
          Place.TRANSFERS);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
