package org.lagroups.multicast.protocol;

import java.util.List;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Farewells;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.multicast.wire.StreamMessage.Farewell;

/** Whether a receiver knows that the source has ended the stream. Whoever hears it tells it on. */
final class Ending {

  /** How many farewells of one peer are checked, since each costs a signature. */
  private static final Rate CHECKS = new Rate(1, 5);

  private final Environment<?> environment;
  private final NodeId source;
  private final Farewells farewells;
  private final PeerBuckets checks = new PeerBuckets(CHECKS);
  private boolean isKnown;

  Ending(Environment<?> environment, SignedHeader header, SignatureVerifier signatures) {
    this.environment = environment;
    this.source = header.header().publisher().nodeId();
    this.farewells = Farewells.of(header, signatures);
  }

  /** Says it to those below, before the source leaves. */
  static void tell(Environment<?> environment, Farewell farewell, List<Child> children) {
    for (Child child : children) {
      environment.send(child.node(), Delivery.ORDERED, CastCodec.encode(farewell));
    }
  }

  boolean isKnown() {
    return isKnown;
  }

  /** Somebody says so, who need not be believed: the source's signature is. */
  void onFarewell(NodeId from, Farewell farewell, List<Child> children) {
    if (!isKnown
        && checks.take(from, 1, environment.elapsedNanos())
        && farewells.isGenuine(farewell)) {
      isKnown = true;
      tell(environment, farewell, children);
    }
  }

  /** The source was asked for a place, and knows nothing of the stream any more. */
  void onDenial(NodeId from, Denial denial) {
    if (from.equals(source) && denial.why() == Denial.Why.UNKNOWN_STREAM) {
      isKnown = true;
    }
  }
}
