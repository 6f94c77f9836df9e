package org.lagroups.multicast.protocol.entry;

import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.StreamMessage.Admission;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.multicast.wire.StreamMessage.HeaderAnswer;
import org.lagroups.multicast.wire.StreamMessage.HeaderAsk;

/** Where a source is asked for its stream: gives the header and passes. */
public final class Door {

  private static final Rate ASKS = new Rate(1, 5);

  private final Environment<?> environment;
  private final SignedHeader header;
  private final StreamId stream;
  private final Audience audience;
  private final GroupSettings settings;
  private final int mostChildren;
  private final Passes passes;
  private final Identity identity;
  private final PeerBuckets asks = new PeerBuckets(ASKS);

  /**
   * Of a stream.
   *
   * @param settings of its groups
   * @param mostChildren how many children a node has
   * @param identity the publisher's, which signs the passes
   */
  public Door(
      Environment<?> environment,
      SignedHeader header,
      Audience audience,
      GroupSettings settings,
      int mostChildren,
      Passes passes,
      Identity identity) {
    this.environment = environment;
    this.header = header;
    this.stream = header.id();
    this.audience = audience;
    this.settings = settings;
    this.mostChildren = mostChildren;
    this.passes = passes;
    this.identity = identity;
  }

  /** Somebody asks for the stream. Who asks too often is not answered. */
  public void onAsk(NodeId from, HeaderAsk ask) {
    if (!asks.take(from, 1, environment.elapsedNanos())) {
      return;
    }
    if (!audience.admits(from, ask.token())) {
      tell(from, new Denial(stream, Denial.Why.NOT_INVITED));
      return;
    }
    tell(from, new HeaderAnswer(stream, header));
    tell(from, new Admission(stream, settings, mostChildren, passes.sign(from, identity)));
  }

  private void tell(NodeId to, CastMessage message) {
    environment.send(to, Delivery.ORDERED, CastCodec.encode(message));
  }
}
