package org.lagroups.desktop.streams;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Rows;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastPlace;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.multicast.api.CastView;

/** The streams of the node, as they go. On the JavaFX thread. */
final class StreamsModel implements AutoCloseable {

  /** No event tells of rates. */
  static final Duration EVERY = Duration.ofSeconds(1);

  /**
   * A stream and this node's place in it.
   *
   * @param place null while it has none
   */
  record Line(NodeId self, CastView view, @Nullable CastPlace place) {

    /** Whether it goes on; what is done or has failed is only looked at. */
    boolean isOn() {
      return !view.phase().equals("done") && !view.phase().equals("failed");
    }

    /**
     * The part of the greatest possible rate that comes to the slowest child; negative if unknown.
     */
    double partOfBound() {
      return place == null || place.boundMbps() <= 0 || place.slowestMbps() <= 0
          ? -1
          : place.slowestMbps() / place.boundMbps();
    }
  }

  /** Any port of this machine; the node says which it took. */
  private static final String PLAYER = "http://127.0.0.1:0/";

  private final Api api;
  private final Map<String, Consumer<URI>> players = new HashMap<>();
  private final Rows<Line> rows = new Rows<>(line -> line.view().stream());
  private final ReadOnlyDoubleWrapper uplinkMbps = new ReadOnlyDoubleWrapper();
  private final Live<CastTop> live;
  private final Subscription open;

  StreamsModel(Api api) {
    this.api = api;
    live = new Live<>(api, "/v1/cast/top", CastTop.class, this::show).every(EVERY);
    open = live.start();
  }

  /** The eldest first; one that is begun here is chosen. */
  Rows<Line> rows() {
    return rows;
  }

  /** The most that this node sends for all streams together, in Mbit/s; 0 for no cap. */
  ReadOnlyDoubleProperty uplinkMbps() {
    return uplinkMbps.getReadOnlyProperty();
  }

  /** Begins to send. */
  void send(BeginSending wish, Consumer<CastView> begun, Consumer<Problem> refused) {
    begin("/v1/cast/sent", wish, begun, refused);
  }

  /** Begins to receive. */
  void receive(BeginReceiving wish, Consumer<CastView> begun, Consumer<Problem> refused) {
    begin("/v1/cast/received", wish, begun, refused);
  }

  /**
   * Begins to receive for a player, which is told where, once, as soon as there is something to
   * play.
   */
  void watch(
      String link, Consumer<URI> player, Consumer<CastView> begun, Consumer<Problem> refused) {
    receive(
        new BeginReceiving(link, List.of(PLAYER), null, null),
        view -> {
          players.put(view.stream(), player);
          begun.accept(view);
        },
        refused);
  }

  /** Ends a stream here; a refusal becomes a notice. */
  void end(Line line) {
    api.delete("/v1/cast/streams/" + line.view().stream(), CastView.class).then(_ -> live.again());
  }

  /** Caps what is sent for all streams together; 0 for no cap. */
  void cap(double mbps, Runnable capped, Consumer<Problem> refused) {
    api.put("/v1/cast/uplink", new CastUplink(mbps), CastUplink.class)
        .then(now -> {
          uplinkMbps.set(now.mbps());
          capped.run();
        })
        .otherwise(refused);
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  private void begin(
      String path, Object wish, Consumer<CastView> begun, Consumer<Problem> refused) {
    api.post(path, wish, CastView.class)
        .then(view -> {
          rows.choose(view.stream());
          begun.accept(view);
          live.again();
        })
        .otherwise(refused);
  }

  private void show(CastTop top) {
    top.streams().forEach(this::play);
    uplinkMbps.set(top.uplinkMbps());
    rows.show(top.streams().stream().map(view -> line(top, view)).toList());
  }

  private void play(CastView view) {
    Outputs.player(view)
        .ifPresent(address -> {
          Consumer<URI> player = players.remove(view.stream());
          if (player != null) {
            player.accept(address);
          }
        });
  }

  private static Line line(CastTop top, CastView view) {
    CastPlace place =
        top.places().stream()
            .filter(one -> one.stream().equals(view.stream()))
            .findFirst()
            .orElse(null);
    return new Line(top.node(), view, place);
  }
}
