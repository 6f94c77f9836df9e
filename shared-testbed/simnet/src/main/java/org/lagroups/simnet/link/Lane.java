package org.lagroups.simnet.link;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Delivery;

/**
 * What one end of a link sends by one kind of delivery: a bounded queue and an order of arrival.
 */
final class Lane {

  private final End end;
  private final Delivery delivery;
  private @Nullable ArrayDeque<Parcel> queue;
  private int queuedBytes;
  private long lastArrivalNanos;
  private boolean isScheduled;

  Lane(End end, Delivery delivery) {
    this.end = end;
    this.delivery = delivery;
  }

  Delivery delivery() {
    return delivery;
  }

  boolean hasRoomFor(int bytes) {
    return queuedBytes == 0 || queuedBytes + bytes <= end.station().fabric.settings.queueBytes();
  }

  void add(Parcel parcel) {
    Uplink uplink = end.station().uplink;
    if (isEmpty() && uplink.isUnlimited() && !isStalled()) {
      end.station().fabric.carrier.depart(parcel);
      return;
    }
    if (queue == null) {
      queue = new ArrayDeque<>();
    }
    queue.add(parcel);
    queuedBytes += parcel.message().length();
    resume();
  }

  /** Offers what waits to the uplink. */
  void resume() {
    if (!isScheduled && hasWork()) {
      isScheduled = true;
      end.station().uplink.schedule(this);
    }
  }

  /** Whether something may leave now. */
  boolean hasWork() {
    return !isEmpty() && !isStalled();
  }

  /**
   * The next to leave, or null if nothing may. Once it is null the lane has to be offered again.
   */
  @Nullable Parcel next() {
    Parcel parcel = hasWork() && queue != null ? queue.poll() : null;
    if (parcel == null) {
      isScheduled = false;
    } else {
      queuedBytes -= parcel.message().length();
    }
    return parcel;
  }

  void clear() {
    queue = null;
    queuedBytes = 0;
  }

  /** When a transmission that could be there at {@code timeNanos} is there without overtaking. */
  long inOrder(long timeNanos) {
    lastArrivalNanos = Math.max(lastArrivalNanos, timeNanos);
    return lastArrivalNanos;
  }

  private boolean isEmpty() {
    return queue == null || queue.isEmpty();
  }

  /** Datagrams are lost on a path that is cut; everything else waits for it to come back. */
  private boolean isStalled() {
    return delivery != Delivery.DATAGRAM && end.isCut();
  }
}
