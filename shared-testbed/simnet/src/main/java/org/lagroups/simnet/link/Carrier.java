package org.lagroups.simnet.link;

import java.util.random.RandomGenerator;
import org.lagroups.machine.Delivery;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.trace.Why;

/** Carries parcels over paths: decides what is lost and when the rest arrives. */
final class Carrier {

  /** A sender waits for so long beyond the round trip before it takes a transmission for lost. */
  private static final long ACKNOWLEDGEMENT_DELAY_NANOS = 25_000_000;

  /** After so many losses in a row a transmission gets through. */
  private static final int MAX_LOSSES = 50;

  private final Fabric fabric;
  private final RandomGenerator random;

  Carrier(Fabric fabric) {
    this.fabric = fabric;
    this.random = fabric.random;
  }

  /** Sends a parcel on its way. */
  void depart(Parcel parcel) {
    if (parcel.from().isCut()) {
      parcel.lose(Why.CUT);
    } else if (parcel.delivery() == Delivery.DATAGRAM) {
      departDatagram(parcel);
    } else {
      departInOrder(parcel);
    }
  }

  /** How long it takes until something arrives that is sent again until it does. */
  long reliableDelay(Station from, Station to) {
    long there = fabric.network.latencyNanos(from.index(), to.index());
    long back = fabric.network.latencyNanos(to.index(), from.index());
    return reliableDelay(there, back, fabric.network.conditions(from.index(), to.index()));
  }

  private void departDatagram(Parcel parcel) {
    Conditions conditions = parcel.from().conditions();
    if (happens(conditions.loss())) {
      parcel.lose(Why.LOSS);
      return;
    }
    long latency = parcel.from().latencyNanos();
    arriveAfter(latency + extra(conditions), parcel);
    if (happens(conditions.duplication())) {
      arriveAfter(latency + extra(conditions), parcel);
    }
  }

  private long extra(Conditions conditions) {
    long held = happens(conditions.reordering()) ? upTo(conditions.reorderMillis()) : 0;
    return held + upTo(conditions.jitterMillis());
  }

  private void departInOrder(Parcel parcel) {
    End from = parcel.from();
    Conditions conditions = from.conditions();
    if (fabric.network.isLossyOrdered() && happens(conditions.loss())) {
      parcel.lose(Why.LOSS);
      return;
    }
    long delay = reliableDelay(from.latencyNanos(), from.other().latencyNanos(), conditions);
    long arrival = fabric.engine.nowNanos() + delay;
    fabric.engine.at(from.lane(parcel.delivery()).inOrder(arrival), parcel);
  }

  private long reliableDelay(long there, long back, Conditions conditions) {
    long delay = there + upTo(conditions.jitterMillis());
    long again = there + back + ACKNOWLEDGEMENT_DELAY_NANOS;
    for (int losses = 0; losses < MAX_LOSSES && happens(conditions.loss()); losses++) {
      delay += again;
    }
    return delay;
  }

  private void arriveAfter(long delayNanos, Parcel parcel) {
    fabric.engine.after(delayNanos, parcel);
  }

  private boolean happens(double chance) {
    return chance > 0 && random.nextDouble() < chance;
  }

  private long upTo(double millis) {
    return millis > 0 ? (long) (random.nextDouble() * millis * 1e6) : 0;
  }
}
