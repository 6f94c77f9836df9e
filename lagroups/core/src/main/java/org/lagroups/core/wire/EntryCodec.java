package org.lagroups.core.wire;

import com.google.protobuf.ByteString;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.wire.proto.GroupProto;
import org.lagroups.machine.NodeId;

/** The entries of an advertisement on the wire, and back. */
final class EntryCodec {

  private EntryCodec() {}

  static GroupProto.Entry toWire(Entry entry) {
    return report(entry.info()).setAttestee(WireBytes.wire(entry.attestee().bytes())).build();
  }

  /** An entry that leaves out of whom it speaks. */
  static GroupProto.Entry toWire(LinkInfo info) {
    return report(info).build();
  }

  static Entry fromWire(GroupProto.Entry wire, NodeId attester) throws DecodingException {
    return new Entry(attestee(wire.getAttestee(), attester), info(wire));
  }

  /** Of an entry that leaves out of whom it speaks. */
  static LinkInfo infoFromWire(GroupProto.Entry wire) throws DecodingException {
    WireBytes.check(wire.getAttestee().isEmpty());
    return info(wire);
  }

  /** Whom an attester speaks of: anyone but itself. */
  static NodeId attestee(ByteString wire, NodeId attester) throws DecodingException {
    NodeId attestee = WireBytes.nodeId(wire);
    if (attestee.equals(attester)) {
      throw new DecodingException(Refusal.SELF_ATTESTATION);
    }
    return attestee;
  }

  private static GroupProto.Entry.Builder report(LinkInfo info) {
    GroupProto.Entry.Builder wire =
        GroupProto.Entry.newBuilder().setApplicationData(WireBytes.wire(info.applicationData()));
    info.roundTripMicros().ifPresent(wire::setRoundTripMicros);
    info.throughputBitsPerSecond().ifPresent(wire::setThroughputBitsPerSecond);
    info.uptimeSeconds().ifPresent(wire::setUptimeSeconds);
    info.meanTimeToFailureSeconds().ifPresent(wire::setMeanTimeToFailureSeconds);
    info.cost().ifPresent(wire::setCost);
    return wire;
  }

  private static LinkInfo info(GroupProto.Entry wire) throws DecodingException {
    try {
      return new LinkInfo(
          optional(wire.hasRoundTripMicros(), wire.getRoundTripMicros()),
          optional(wire.hasThroughputBitsPerSecond(), wire.getThroughputBitsPerSecond()),
          optional(wire.hasUptimeSeconds(), wire.getUptimeSeconds()),
          optional(wire.hasMeanTimeToFailureSeconds(), wire.getMeanTimeToFailureSeconds()),
          wire.hasCost() ? OptionalDouble.of(wire.getCost()) : OptionalDouble.empty(),
          WireBytes.bytes(wire.getApplicationData()));
    } catch (IllegalArgumentException e) {
      throw new DecodingException(Refusal.OUT_OF_RANGE);
    }
  }

  private static OptionalLong optional(boolean present, long value) {
    return present ? OptionalLong.of(value) : OptionalLong.empty();
  }
}
