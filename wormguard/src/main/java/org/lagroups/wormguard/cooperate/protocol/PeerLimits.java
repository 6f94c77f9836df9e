package org.lagroups.wormguard.cooperate.protocol;

import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.limit.TokenBucket;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/** What one peer may cost this node, and all of them together. */
final class PeerLimits {

  /** Bytes of messages, of any kind. */
  static final Rate BYTES = new Rate(512 << 10, 4 << 20);

  /** Signatures that this node did not know: a check of Ed25519, and a rule to read. */
  static final Rate OFFERS = new Rate(2, 64);

  /** The same of all peers together. */
  static final Rate ALL_OFFERS = new Rate(20, 1_024);

  /** Shares and refutations that this node did not know. */
  static final Rate STATEMENTS = new Rate(200, 4_096);

  /** Bytes that a peer may have sent to it. */
  static final Rate ANSWERS = new Rate(512 << 10, 4 << 20);

  /** So many nodes are remembered that are not listened to for a while. */
  static final int MAX_MUTED = 1_024;

  private final Environment<GuardTimer> environment;
  private final PeerBuckets bytes = new PeerBuckets(BYTES);
  private final PeerBuckets offers = new PeerBuckets(OFFERS);
  private final PeerBuckets statements = new PeerBuckets(STATEMENTS);
  private final PeerBuckets answers = new PeerBuckets(ANSWERS);
  private final TokenBucket allOffers;
  private final Map<NodeId, Long> mutedUntilMillis = new TreeMap<>();

  PeerLimits(Environment<GuardTimer> environment) {
    this.environment = environment;
    this.allOffers = new TokenBucket(ALL_OFFERS, environment.elapsedNanos());
  }

  boolean takeBytes(NodeId peer, int count) {
    return bytes.take(peer, count, environment.elapsedNanos());
  }

  boolean takeOffer(NodeId peer) {
    long now = environment.elapsedNanos();
    return offers.take(peer, 1, now) && allOffers.take(1, now);
  }

  boolean takeStatement(NodeId peer) {
    Long until = mutedUntilMillis.get(peer);
    return (until == null || until <= environment.wallMillis())
        && statements.take(peer, 1, environment.elapsedNanos());
  }

  boolean takeAnswer(NodeId peer, int count) {
    return answers.take(peer, count, environment.elapsedNanos());
  }

  /** What this peer says of others is not heard for a while. */
  void mute(NodeId peer, long untilMillis) {
    mutedUntilMillis.values().removeIf(until -> until <= environment.wallMillis());
    if (mutedUntilMillis.size() < MAX_MUTED) {
      mutedUntilMillis.put(peer, untilMillis);
    }
  }
}
