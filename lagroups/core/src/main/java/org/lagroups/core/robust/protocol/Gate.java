package org.lagroups.core.robust.protocol;

import java.util.EnumMap;
import java.util.Map;
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
  private final Map<AgreementDrop, Long> dropped = new EnumMap<>(AgreementDrop.class);
  private long taken;

  Gate(LongSupplier elapsedNanos) {
    this.elapsedNanos = elapsedNanos;
  }

  /** The message that bytes stand for, if it is one and within the peer's budget. */
  Optional<AgreementMessage> admit(NodeId from, Bytes message) {
    long now = elapsedNanos.getAsLong();
    if (!messages.take(from, 1, now) || !bytes.take(from, message.length(), now)) {
      drop(AgreementDrop.OVER_BUDGET);
      return Optional.empty();
    }
    Optional<AgreementMessage> decoded = AgreementCodec.decode(from, message);
    if (decoded.isEmpty()) {
      drop(AgreementDrop.MALFORMED);
    }
    return decoded;
  }

  void took() {
    taken++;
  }

  void drop(AgreementDrop reason) {
    dropped.merge(reason, 1L, Long::sum);
  }

  long taken() {
    return taken;
  }

  Map<AgreementDrop, Long> dropped() {
    return dropped;
  }
}
