package org.lagroups.wormguard.learn.detect;

import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.packet.Packet;

/** Copies what is worth keeping of a packet. */
final class Sampling {

  private Sampling() {}

  /**
   * The sample of a packet.
   *
   * @param middle where what was noticed lies in the payload; if the whole is too long, the part
   *     around this is kept
   */
  static PayloadSample of(Packet packet, FlowState flow, long middle) {
    return new PayloadSample(
        packet.ipVersion(),
        PayloadProtocol.of(packet.protocol()),
        packet.sourcePort(),
        packet.destinationPort(),
        direction(flow),
        flow.isEstablished(),
        payload(packet, middle));
  }

  static Bytes payload(Packet packet, long middle) {
    int length = Math.min(packet.payloadLength(), PayloadSample.MAX_PAYLOAD_BYTES);
    long from = Math.clamp(middle - length / 2, 0L, (long) packet.payloadLength() - length);
    return Bytes.wrapOwned(
        packet
            .frame()
            .asSlice(packet.payloadOffset() + from, length)
            .toArray(ValueLayout.JAVA_BYTE));
  }

  private static Optional<Direction> direction(FlowState flow) {
    if (flow.isTowardsServer()) {
      return Optional.of(Direction.TO_SERVER);
    }
    return flow.isTowardsClient() ? Optional.of(Direction.TO_CLIENT) : Optional.empty();
  }
}
