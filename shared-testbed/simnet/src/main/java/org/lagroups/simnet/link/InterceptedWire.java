package org.lagroups.simnet.link;

import java.time.Duration;
import org.lagroups.simnet.net.Envelope;
import org.lagroups.simnet.net.Wire;

/** What an adversary sends goes out at the station of the envelope's sender. */
record InterceptedWire(Fabric fabric) implements Wire {

  @Override
  public void send(Envelope envelope) {
    Station from = fabric.of(envelope.from());
    if (from != null) {
      from.inject(envelope);
    }
  }

  @Override
  public void sendAfter(Duration delay, Envelope envelope) {
    fabric.engine.after(delay.toNanos(), () -> send(envelope));
  }
}
