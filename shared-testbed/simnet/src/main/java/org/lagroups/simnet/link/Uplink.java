package org.lagroups.simnet.link;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Delivery;

/**
 * The way out of a station: datagrams first, then ordered messages, then bulk, and the links in
 * turn within each.
 */
final class Uplink {

  private final Station station;
  private final Map<Delivery, ArrayDeque<Lane>> waiting = new EnumMap<>(Delivery.class);
  private boolean isBusy;
  private int life;

  Uplink(Station station) {
    this.station = station;
  }

  boolean isUnlimited() {
    return bytesPerSecond() == Long.MAX_VALUE;
  }

  void schedule(Lane lane) {
    waiting.computeIfAbsent(lane.delivery(), d -> new ArrayDeque<>()).add(lane);
    if (!isBusy) {
      transmit();
    }
  }

  /** Drops everything: the node is gone. */
  void clear() {
    waiting.clear();
    isBusy = false;
    life++;
  }

  private void transmit() {
    for (Parcel parcel = next(); parcel != null; parcel = next()) {
      if (!isUnlimited()) {
        occupy(parcel);
        return;
      }
      station.fabric.carrier.depart(parcel);
    }
  }

  private void occupy(Parcel parcel) {
    isBusy = true;
    int current = life;
    double seconds = (double) parcel.message().length() / bytesPerSecond();
    station.fabric.engine.after(
        (long) (seconds * 1e9),
        () -> {
          if (life == current) {
            isBusy = false;
            station.fabric.carrier.depart(parcel);
            transmit();
          }
        });
  }

  private @Nullable Parcel next() {
    for (ArrayDeque<Lane> lanes : waiting.values()) {
      for (Lane lane = lanes.poll(); lane != null; lane = lanes.poll()) {
        Parcel parcel = lane.next();
        if (parcel != null) {
          lanes.add(lane);
          return parcel;
        }
      }
    }
    return null;
  }

  private long bytesPerSecond() {
    return station.fabric.network.uplinkBytesPerSecond(station.index());
  }
}
