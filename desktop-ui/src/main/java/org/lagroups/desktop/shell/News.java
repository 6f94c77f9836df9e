package org.lagroups.desktop.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Kind;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.wormguard.api.SignatureEvent;

/**
 * Tells the user what matters wherever in the window they are: downloads that end, signatures that
 * are enforced or no longer, members that are proven to lie, and this node's own standing. On the
 * JavaFX thread.
 */
final class News implements AutoCloseable {

  private static final int BRIEF = 20;

  private final Api api;
  private final Notices notices;
  private final Texts texts = Texts.of(News.class);
  private final Map<Long, String> phases = new HashMap<>();
  private boolean isFirst = true;
  private final Subscription open;

  News(Api api, Notices notices) {
    this.api = api;
    this.notices = notices;
    open =
        Subscription.combine(
            api.on(GroupEvents.EQUIVOCATION_PROVEN, this::equivocation),
            api.on(GroupEvents.ROBUST_LEFT, this::robustLeft),
            api.on(SignatureEvent.TYPE, this::signature),
            new Live<>(api, "/v1/share/downloads", DownloadList.class, this::downloads)
                .on("share.progress")
                .start());
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  private void equivocation(ApiEvent event) {
    if (isOf(event, GroupEvents.EQUIVOCATION_PROVEN)) {
      notices.tell(
          Kind.WARNING,
          texts.get("news.equivocator", brief(event, "group"), brief(event, "node")),
          texts.get("news.equivocator.hint"));
    }
  }

  private void robustLeft(ApiEvent event) {
    boolean isOwn =
        api.state().get() instanceof LinkState.Connected(var own)
            && own.node().toString().equals(event.data().path("node").asString(""));
    if (isOf(event, GroupEvents.ROBUST_LEFT) && isOwn) {
      notices.tell(
          Kind.WARNING, texts.get("news.left", brief(event, "group")), texts.get("news.left.hint"));
    }
  }

  private void signature(ApiEvent event) {
    if (!isOf(event, SignatureEvent.TYPE)) {
      return;
    }
    String id = brief(event, "id");
    String before = event.data().path("before").asString("");
    String phase = event.data().path("phase").asString("");
    if (phase.equals(before)) {
      return;
    }
    switch (phase) {
      case "enforced" -> notices.tell(Kind.NOTE, texts.get("news.signature.enforced", id), "");
      case "refuted" -> notices.tell(Kind.WARNING, texts.get("news.signature.refuted", id), "");
      default -> {
        if (before.equals("enforced")) {
          notices.tell(Kind.NOTE, texts.get("news.signature.lapsed", id), "");
        }
      }
    }
  }

  /** What had ended before this window looked is no news. */
  private void downloads(DownloadList list) {
    Map<Long, String> now = new HashMap<>();
    for (DownloadView one : list.downloads()) {
      now.put(one.id(), one.phase());
      if (!isFirst && !Objects.equals(phases.get(one.id()), one.phase())) {
        downloadIs(one);
      }
    }
    phases.clear();
    phases.putAll(now);
    isFirst = false;
  }

  private void downloadIs(DownloadView one) {
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

  /** A gap is heard by all; it carries nothing. */
  private static boolean isOf(ApiEvent event, String type) {
    return event.type().equals(type);
  }

  private static String brief(ApiEvent event, String field) {
    return Shown.line(event.data().path(field).asString(""), BRIEF);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
