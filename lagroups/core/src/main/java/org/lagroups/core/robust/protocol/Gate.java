package org.lagroups.core.robust.protocol;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.robust.message.AgreementCodec;
import org.lagroups.core.robust.message.AgreementMessage;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** What of the peers' messages is taken at all; counts the others. */
final class Gate {

  /** What one peer may send: several times what a leader of all groups sends to one follower. */
  static final Rate MESSAGES = new Rate(100, 400);

  static final Rate BYTES = new Rate(128 * 1024, 1024 * 1024);

  private final LongSupplier elapsedNanos;
  private final PeerBuckets messages = new PeerBuckets(MESSAGES);
  private final PeerBuckets bytes = new PeerBuckets(BYTES);
  private long taken;
  private long malformed;
  private long uncalledFor;
  private long overBudget;

  Gate(LongSupplier elapsedNanos) {
    this.elapsedNanos = elapsedNanos;
  }

  /** The message that bytes stand for, if it is one and within the peer's budget. */
  Optional<AgreementMessage> admit(NodeId from, Bytes message) {
    long now = elapsedNanos.getAsLong();
    if (!messages.take(from, 1, now) || !bytes.take(from, message.length(), now)) {
      overBudget++;
      return Optional.empty();
    }
    Optional<AgreementMessage> decoded = AgreementCodec.decode(from, message);
    if (decoded.isEmpty()) {
      malformed++;
    }
    return decoded;
  }

  void took() {
    taken++;
  }

  void refused() {
    uncalledFor++;
  }

  RobustStatistics statistics() {
    return new RobustStatistics(taken, malformed, uncalledFor, overBudget);
  }
}
