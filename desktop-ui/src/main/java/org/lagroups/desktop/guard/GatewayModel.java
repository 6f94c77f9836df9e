package org.lagroups.desktop.guard;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Asked;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.link.Problem;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.wormguard.api.GuardAlerts;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.Reasons;

/**
 * The gateway that runs at the node's home: what it does, and what it tells. It is asked each
 * second while somebody looks. On the JavaFX thread.
 */
final class GatewayModel implements AutoCloseable {

  /** No event tells of traffic. */
  static final Duration EVERY = Duration.ofMillis(800);

  /** So many alerts are kept, the latest. */
  static final int MOST_ALERTS = 2_000;

  /** So many samples are kept, about five minutes. */
  static final int MOST_SAMPLES = 300;

  private static final double NANOS = 1e9;

  /**
   * What went on between two looks.
   *
   * @param seconds when, since the first look
   * @param packets a second
   * @param megabits a second
   * @param alerts a second
   * @param dropped packets a second that went no further
   */
  record Sample(double seconds, double packets, double megabits, double alerts, double dropped) {}

  private final Api api;
  private final LongSupplier nanos;
  private final ReadOnlyObjectWrapper<@Nullable GuardStats> stats = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Reasons.OfPacket> alerts = FXCollections.observableArrayList();
  private final ObservableList<Sample> samples = FXCollections.observableArrayList();
  private final Live<GuardStats> live;
  private Subscription looking = Subscription.EMPTY;
  private final Asked asked = new Asked();
  private final Asked reading = new Asked();
  private boolean isAsking;
  private boolean isLooking;
  private long lastAlert;
  private long firstNanos;
  private long statsNanos;

  /**
   * Nothing is asked before somebody looks.
   *
   * @param nanos a steady clock
   */
  GatewayModel(Api api, LongSupplier nanos) {
    this.api = api;
    this.nanos = nanos;
    live =
        new Live<>(api, GuardRun.STATS, GuardStats.class, this::show)
            .every(EVERY)
            .otherwise(this::failed);
  }

  /** What it did since it began; null if none runs, or none has answered yet. */
  ReadOnlyObjectProperty<@Nullable GuardStats> stats() {
    return stats.getReadOnlyProperty();
  }

  /** Why nothing is known of it; null if something is. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What it told, the latest first. */
  ObservableList<Reasons.OfPacket> alerts() {
    return alerts;
  }

  /** The traffic of the last minutes, the eldest first. */
  ObservableList<Sample> samples() {
    return samples;
  }

  /** Begins to ask it, or asks no more. */
  void look(boolean isShown) {
    if (isShown == isLooking) {
      return;
    }
    isLooking = isShown;
    looking.unsubscribe();
    looking = isShown ? live.start() : Subscription.EMPTY;
  }

  /** Asks why a packet passed or did not: all of its flow, or of its rule if it has none. */
  void why(Reasons.OfPacket alert, Consumer<Reasons> told, Consumer<Problem> refused) {
    String about = alert.flow() == 0 ? alert.rule() : String.valueOf(alert.flow());
    asked
        .add(api.post(GuardRun.WHY, new GuardRun.Question(about), Reasons.class))
        .then(told)
        .otherwise(refused);
  }

  /** Lets a suspended rule block again; a refusal becomes a notice. */
  void resume(String rule) {
    api.post(GuardRun.RESUME + ControlClient.escape(rule), null, GuardRun.Resumed.class)
        .then(_ -> live.again());
  }

  @Override
  public void close() {
    look(false);
    drop();
    asked.cancel();
  }

  /** An answer about alerts may be of a gateway that has ended. */
  private void drop() {
    reading.cancel();
    isAsking = false;
  }

  private void show(GuardStats now) {
    problem.set(null);
    GuardStats before = stats.get();
    long at = nanos.getAsLong();
    if (before == null || now.frames() < before.frames()) {
      beginAnew(at);
    } else if (at > statsNanos) {
      add(before, now, (at - statsNanos) / NANOS, (at - firstNanos) / NANOS);
    }
    statsNanos = at;
    stats.set(now);
    if (now.alerts() > 0 && !isAsking) {
      isAsking = true;
      reading
          .add(api.get(GuardRun.ALERTS + "?" + GuardRun.AFTER + "=" + lastAlert, GuardAlerts.class))
          .then(told -> {
            isAsking = false;
            show(told);
          })
          .otherwise(_ -> isAsking = false);
    }
  }

  /** It is the first look, or the gateway has begun anew: rates have to begin anew, too. */
  private void beginAnew(long at) {
    firstNanos = at;
    drop();
    lastAlert = 0;
    samples.clear();
    alerts.clear();
  }

  private void add(GuardStats before, GuardStats now, double passed, double since) {
    samples.add(
        new Sample(
            since,
            (now.frames() - before.frames()) / passed,
            (now.bytes() - before.bytes()) * 8 / 1e6 / passed,
            (now.alerts() - before.alerts()) / passed,
            (now.dropped() - before.dropped()) / passed));
    if (samples.size() > MOST_SAMPLES) {
      samples.removeFirst();
    }
  }

  private void show(GuardAlerts told) {
    if (told.last() < lastAlert) {
      alerts.clear();
    }
    if (told.last() != lastAlert) {
      alerts.addAll(0, List.copyOf(told.alerts()));
      if (alerts.size() > MOST_ALERTS) {
        alerts.remove(MOST_ALERTS, alerts.size());
      }
    }
    lastAlert = told.last();
  }

  private void failed(Problem why) {
    stats.set(null);
    problem.set(why);
  }
}
