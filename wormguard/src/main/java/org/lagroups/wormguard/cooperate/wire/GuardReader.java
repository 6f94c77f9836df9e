package org.lagroups.wormguard.cooperate.wire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.RefutationCodec;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.DecodedRecord;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.RecordCodec;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.cooperate.wire.proto.AskEvidenceMessage;
import org.lagroups.wormguard.cooperate.wire.proto.EvidencePartMessage;
import org.lagroups.wormguard.cooperate.wire.proto.SharesMessage;
import org.lagroups.wormguard.cooperate.wire.proto.Signed;
import org.lagroups.wormguard.cooperate.wire.proto.SummaryMessage;
import org.lagroups.wormguard.cooperate.wire.proto.WantMessage;

/** Turns what was parsed into messages, or says what is wrong with it. */
final class GuardReader {

  private GuardReader() {}

  static GuardMessage read(org.lagroups.wormguard.cooperate.wire.proto.GuardMessage message)
      throws Unreadable {
    check(message.getGroup().size() == GroupId.LENGTH, WireRefusal.BAD_ID);
    GroupId group = new GroupId(bytes(message.getGroup()));
    return switch (message.getKindCase()) {
      case SUMMARY -> summary(group, message.getSummary());
      case WANT -> want(group, message.getWant());
      case OFFER -> offer(group, message.getOffer());
      case SHARES -> shares(group, message.getShares());
      case REFUTATION -> refutation(group, message.getRefutation());
      case ASK_EVIDENCE -> askEvidence(group, message.getAskEvidence());
      case EVIDENCE_PART -> evidencePart(group, message.getEvidencePart());
      case KIND_NOT_SET -> throw new Unreadable(WireRefusal.MALFORMED);
    };
  }

  private static GuardMessage summary(GroupId group, SummaryMessage message) throws Unreadable {
    check(message.getEntriesCount() <= GuardMessage.Summary.MAX_ENTRIES, WireRefusal.TOO_MANY);
    List<GuardMessage.Summary.Known> entries = new ArrayList<>();
    for (SummaryMessage.Entry entry : message.getEntriesList()) {
      entries.add(new GuardMessage.Summary.Known(id(entry.getId()), entry.getState()));
    }
    checkOrder(entries.stream().map(GuardMessage.Summary.Known::id).toList());
    return new GuardMessage.Summary(group, entries);
  }

  private static GuardMessage want(GroupId group, WantMessage message) throws Unreadable {
    checkCount(message.getIdsCount(), GuardMessage.Want.MAX_IDS);
    List<SignatureId> ids = new ArrayList<>();
    for (ByteString id : message.getIdsList()) {
      ids.add(id(id));
    }
    checkOrder(ids);
    return new GuardMessage.Want(group, ids);
  }

  private static GuardMessage offer(GroupId group, Signed message) throws Unreadable {
    Signature signature = signature(message);
    Bytes encoded = bytes(message.getContent());
    if (RecordCodec.decode(encoded) instanceof DecodedRecord.Accepted accepted
        && accepted.record().group().equals(group)) {
      return new GuardMessage.Offer(group, SignedRecord.of(accepted.record(), encoded, signature));
    }
    throw new Unreadable(WireRefusal.BAD_RECORD);
  }

  private static GuardMessage shares(GroupId group, SharesMessage message) throws Unreadable {
    checkCount(message.getEntriesCount(), GuardMessage.Shares.MAX_SHARES);
    check(
        message.getEndorser().size() == NodeId.LENGTH
            && message.getPossession().size() == BlsSignature.LENGTH,
        WireRefusal.BAD_ID);
    NodeId endorser = new NodeId(bytes(message.getEndorser()));
    Bytes possession = bytes(message.getPossession());
    List<EndorsementShare> shares = new ArrayList<>();
    for (SharesMessage.Entry entry : message.getEntriesList()) {
      check(entry.getShare().size() == BlsSignature.LENGTH, WireRefusal.BAD_ID);
      check(entry.getExpiresMillis() >= 0, WireRefusal.BAD_NUMBER);
      SignatureEndorsement endorsement =
          new SignatureEndorsement(group, id(entry.getId()), entry.getExpiresMillis());
      shares.add(new EndorsementShare(endorsement, endorser, possession, bytes(entry.getShare())));
    }
    checkOrder(shares.stream().map(share -> share.endorsement().id()).toList());
    return new GuardMessage.Shares(group, endorser, possession, shares);
  }

  private static GuardMessage refutation(GroupId group, Signed message) throws Unreadable {
    Signature signature = signature(message);
    Bytes encoded = bytes(message.getContent());
    Refutation refutation =
        RefutationCodec.decode(encoded)
            .filter(read -> read.group().equals(group))
            .orElseThrow(() -> new Unreadable(WireRefusal.BAD_RECORD));
    return new GuardMessage.Refute(group, new SignedRefutation(refutation, encoded, signature));
  }

  private static GuardMessage askEvidence(GroupId group, AskEvidenceMessage message)
      throws Unreadable {
    checkOffset(message.getOffset());
    return new GuardMessage.AskEvidence(group, id(message.getId()), message.getOffset());
  }

  private static GuardMessage evidencePart(GroupId group, EvidencePartMessage message)
      throws Unreadable {
    checkOffset(message.getOffset());
    check(message.getContent().size() <= GuardMessage.EvidencePart.MAX_BYTES, WireRefusal.TOO_MANY);
    return new GuardMessage.EvidencePart(
        group, id(message.getId()), message.getOffset(), bytes(message.getContent()));
  }

  private static Signature signature(Signed message) throws Unreadable {
    check(message.getSignature().size() == Signature.LENGTH, WireRefusal.BAD_RECORD);
    return new Signature(bytes(message.getSignature()));
  }

  private static SignatureId id(ByteString id) throws Unreadable {
    check(id.size() == SignatureId.LENGTH, WireRefusal.BAD_ID);
    return new SignatureId(bytes(id));
  }

  private static void checkOffset(int offset) throws Unreadable {
    check(offset >= 0 && offset < EvidenceRef.MAX_BYTES, WireRefusal.BAD_NUMBER);
  }

  private static void checkCount(int count, int most) throws Unreadable {
    check(count >= 1 && count <= most, WireRefusal.TOO_MANY);
  }

  /** So that a list has one encoding, and nothing can be in it twice. */
  private static void checkOrder(List<SignatureId> ids) throws Unreadable {
    for (int i = 1; i < ids.size(); i++) {
      check(ids.get(i - 1).compareTo(ids.get(i)) < 0, WireRefusal.BAD_ORDER);
    }
  }

  private static void check(boolean condition, WireRefusal otherwise) throws Unreadable {
    if (!condition) {
      throw new Unreadable(otherwise);
    }
  }

  private static Bytes bytes(ByteString string) {
    return Bytes.wrapOwned(string.toByteArray());
  }
}
