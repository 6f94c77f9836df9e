package org.lagroups.scenarios.bench.ui.host;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Problem;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.SearchView;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiEvent;

/** A node whose last search has found as much as one likes, and that knows nothing else. */
final class MadeUpResults implements Api {

  private static final List<String> KINDS =
      List.of("application/pdf", "audio/flac", "video/mp4", "image/jpeg", "text/plain");
  private static final int PUBLISHERS = 60;

  private final SearchView last;
  private final ReadOnlyObjectWrapper<LinkState> state =
      new ReadOnlyObjectWrapper<>(new LinkState.Connecting());

  MadeUpResults(int results) {
    List<HitView> hits = IntStream.rangeClosed(1, results).mapToObj(MadeUpResults::hit).toList();
    last = new SearchView(1, "made up", 2, hits, PUBLISHERS, PUBLISHERS, 0, 0, true);
  }

  private static HitView hit(int number) {
    int publisher = number % PUBLISHERS;
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) publisher;
    String root = "%064x".formatted(number);
    return new HitView(
        number,
        new GroupId(Bytes.copyOf(new byte[GroupId.LENGTH])),
        root,
        "Proceedings of the workshop, part %d of many.pdf".formatted(number),
        1_234L * number,
        KINDS.get(number % KINDS.size()),
        0,
        1,
        false,
        new NodeId(Bytes.copyOf(id)),
        "Friend " + publisher,
        number % 4,
        null,
        false,
        null,
        "magnet:?xt=urn:btmh:1220" + root);
  }

  @Override
  public <T> Answer<T> get(String path, Class<T> type) {
    Answer<T> answer = new Answer<>(_ -> {});
    Platform.runLater(() -> {
      if (path.equals("/v1/share/searches/last")) {
        answer.complete(type.cast(last));
      } else {
        answer.fail(new Problem("not-found", "is not made up", ""));
      }
    });
    return answer;
  }

  @Override
  public <T> Answer<T> post(String path, @Nullable Object body, Class<T> type) {
    return get(path, type);
  }

  @Override
  public <T> Answer<T> put(String path, Object body, Class<T> type) {
    return get(path, type);
  }

  @Override
  public <T> Answer<T> delete(String path, Class<T> type) {
    return get(path, type);
  }

  @Override
  public ReadOnlyObjectProperty<LinkState> state() {
    return state.getReadOnlyProperty();
  }

  @Override
  public Subscription on(String prefix, Consumer<ApiEvent> listener) {
    return Subscription.EMPTY; // nothing happens here
  }

  @Override
  public Subscription after(Duration delay, Runnable task) {
    return Subscription.EMPTY; // nor does anything change that would have to be asked again
  }
}
