package org.lagroups.wormguard.cooperate.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.wire.proto.AskEvidenceMessage;
import org.lagroups.wormguard.cooperate.wire.proto.EvidencePartMessage;
import org.lagroups.wormguard.cooperate.wire.proto.SharesMessage;
import org.lagroups.wormguard.cooperate.wire.proto.Signed;
import org.lagroups.wormguard.cooperate.wire.proto.SummaryMessage;
import org.lagroups.wormguard.cooperate.wire.proto.WantMessage;

/** Messages to bytes and back. */
public final class GuardCodec {

  private GuardCodec() {}

  /** The encoding of a message. */
  public static Bytes encode(GuardMessage message) {
    org.lagroups.wormguard.cooperate.wire.proto.GuardMessage.Builder out =
        org.lagroups.wormguard.cooperate.wire.proto.GuardMessage.newBuilder()
            .setGroup(wrap(message.group().bytes()));
    switch (message) {
      case GuardMessage.Summary summary -> out.setSummary(toMessage(summary));
      case GuardMessage.Want want ->
          out.setWant(
              WantMessage.newBuilder()
                  .addAllIds(want.ids().stream().map(id -> wrap(id.hash())).toList()));
      case GuardMessage.Offer offer ->
          out.setOffer(signed(offer.signature().encoded(), offer.signature().signature()));
      case GuardMessage.Shares shares -> out.setShares(toMessage(shares));
      case GuardMessage.Refute refute ->
          out.setRefutation(signed(refute.refutation().encoded(), refute.refutation().signature()));
      case GuardMessage.AskEvidence ask ->
          out.setAskEvidence(
              AskEvidenceMessage.newBuilder().setId(wrap(ask.id().hash())).setOffset(ask.offset()));
      case GuardMessage.EvidencePart part ->
          out.setEvidencePart(
              EvidencePartMessage.newBuilder()
                  .setId(wrap(part.id().hash()))
                  .setOffset(part.offset())
                  .setContent(wrap(part.content())));
    }
    return Bytes.wrapOwned(out.build().toByteArray());
  }

  /** Reads what may be a message; never throws. */
  public static DecodedMessage decode(Bytes encoded) {
    try {
      GuardMessage message =
          GuardReader.read(
              org.lagroups.wormguard.cooperate.wire.proto.GuardMessage.parseFrom(wrap(encoded)));
      return encode(message).equals(encoded)
          ? new DecodedMessage.Accepted(message)
          : new DecodedMessage.Refused(WireRefusal.MALFORMED);
    } catch (InvalidProtocolBufferException e) {
      return new DecodedMessage.Refused(WireRefusal.MALFORMED);
    } catch (Unreadable e) {
      return new DecodedMessage.Refused(e.reason());
    }
  }

  private static SummaryMessage toMessage(GuardMessage.Summary summary) {
    SummaryMessage.Builder message = SummaryMessage.newBuilder();
    for (GuardMessage.Summary.Known known : summary.entries()) {
      message.addEntries(
          SummaryMessage.Entry.newBuilder().setId(wrap(known.id().hash())).setState(known.state()));
    }
    return message.build();
  }

  private static SharesMessage toMessage(GuardMessage.Shares shares) {
    SharesMessage.Builder message =
        SharesMessage.newBuilder()
            .setEndorser(wrap(shares.endorser().bytes()))
            .setPossession(wrap(shares.possession()));
    for (EndorsementShare share : shares.shares()) {
      SignatureId id = share.endorsement().id();
      message.addEntries(
          SharesMessage.Entry.newBuilder()
              .setId(wrap(id.hash()))
              .setExpiresMillis(share.endorsement().expiryMillis())
              .setShare(wrap(share.signature())));
    }
    return message.build();
  }

  private static Signed signed(Bytes content, Signature signature) {
    return Signed.newBuilder()
        .setContent(wrap(content))
        .setSignature(wrap(signature.value()))
        .build();
  }

  private static ByteString wrap(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }
}
