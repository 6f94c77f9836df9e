package org.lagroups.core.wire;

import static org.lagroups.core.wire.WireBytes.check;
import static org.lagroups.core.wire.WireBytes.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.wire.proto.GroupProto;
import org.lagroups.machine.NodeId;

/** Renewals on the wire, and back. */
final class RenewalCodec {

  /** What a message adds to a renewal in it, at most, in bytes. */
  private static final int FRAMING_BYTES = 4;

  private RenewalCodec() {}

  static int lengthInMessage(Renewal renewal) {
    return toWire(renewal).getSerializedSize() + FRAMING_BYTES;
  }

  static GroupProto.Renewal toWire(Renewal renewal) {
    GroupProto.Renewal.Builder wire =
        GroupProto.Renewal.newBuilder()
            .setGroup(wire(renewal.group().bytes()))
            .setBase(renewal.base())
            .setSequence(renewal.sequence())
            .setExpiryMillis(renewal.expiryMillis())
            .setChanged(renewal.changes().places())
            .setSignature(wire(renewal.signature().value()))
            .setShare(wire(renewal.share()));
    renewal.attester().ifPresent(attester -> wire.setAttester(wire(attester.bytes())));
    renewal.changes().infos().forEach(info -> wire.addReports(EntryCodec.toWire(info)));
    return wire.build();
  }

  static Renewal fromWire(GroupProto.Renewal wire) throws DecodingException {
    Optional<NodeId> attester =
        wire.getAttester().isEmpty()
            ? Optional.empty()
            : Optional.of(WireBytes.nodeId(wire.getAttester()));
    check(wire.getSequence() > 0 && wire.getSequence() < Long.MAX_VALUE);
    check(wire.getExpiryMillis() > 0);
    check(wire.getSignature().size() == Signature.LENGTH);
    check(wire.getShare().isEmpty() || wire.getShare().size() == BlsSignature.LENGTH);
    check(wire.getShare().isEmpty() || attester.isEmpty());
    return new Renewal(
        WireBytes.groupId(wire.getGroup()),
        attester,
        wire.getBase(),
        wire.getSequence(),
        wire.getExpiryMillis(),
        changes(wire),
        new Signature(WireBytes.bytes(wire.getSignature())),
        WireBytes.bytes(wire.getShare()));
  }

  private static Changes changes(GroupProto.Renewal wire) throws DecodingException {
    check(wire.getReportsCount() == Long.bitCount(wire.getChanged()));
    List<LinkInfo> infos = new ArrayList<>(wire.getReportsCount());
    for (GroupProto.Entry report : wire.getReportsList()) {
      infos.add(EntryCodec.infoFromWire(report));
    }
    return new Changes(wire.getChanged(), infos);
  }
}
