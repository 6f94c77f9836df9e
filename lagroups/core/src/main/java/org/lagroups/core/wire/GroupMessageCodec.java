package org.lagroups.core.wire;

import static org.lagroups.core.wire.WireBytes.check;
import static org.lagroups.core.wire.WireBytes.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.wire.GroupMessage.Advertisements;
import org.lagroups.core.wire.GroupMessage.Digest;
import org.lagroups.core.wire.GroupMessage.EquivocationProof;
import org.lagroups.core.wire.GroupMessage.JoinAsk;
import org.lagroups.core.wire.GroupMessage.NotMember;
import org.lagroups.core.wire.GroupMessage.Share;
import org.lagroups.core.wire.GroupMessage.Summary;
import org.lagroups.core.wire.GroupMessage.Version;
import org.lagroups.core.wire.GroupMessage.Want;
import org.lagroups.core.wire.proto.GroupProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/** The group protocol's messages as bytes, and back. */
public final class GroupMessageCodec {

  /** The longest message in bytes. */
  public static final int MAX_MESSAGE_BYTES = Environment.MAX_MESSAGE_BYTES;

  /** What a message adds to the advertisements in it, at most, in bytes. */
  private static final int MESSAGE_OVERHEAD_BYTES = 8;

  /** What a signature and the framing add to an encoded advertisement, at most, in bytes. */
  private static final int ADVERTISEMENT_OVERHEAD_BYTES = Signature.LENGTH + 12;

  private GroupMessageCodec() {}

  /** As many messages as it takes for each to be at most {@link #MAX_MESSAGE_BYTES} long. */
  public static List<Bytes> encodeAll(List<SignedAdvertisement> advertisements) {
    return encodeAll(
        advertisements,
        one -> one.encoded().length() + ADVERTISEMENT_OVERHEAD_BYTES,
        Advertisements::new);
  }

  /** As many messages as it takes for each to be at most {@link #MAX_MESSAGE_BYTES} long. */
  public static List<Bytes> encodeRenewals(List<Renewal> renewals) {
    return encodeAll(
        renewals, RenewalCodec::lengthInMessage, batch -> new Advertisements(List.of(), batch));
  }

  private static <T> List<Bytes> encodeAll(
      List<T> all, ToIntFunction<T> lengthOf, Function<List<T>, GroupMessage> toMessage) {
    List<Bytes> messages = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    int length = MESSAGE_OVERHEAD_BYTES;
    for (T one : all) {
      int more = lengthOf.applyAsInt(one);
      if (length + more > MAX_MESSAGE_BYTES && !batch.isEmpty()) {
        messages.add(encode(toMessage.apply(batch)));
        batch.clear();
        length = MESSAGE_OVERHEAD_BYTES;
      }
      batch.add(one);
      length += more;
    }
    if (!batch.isEmpty()) {
      messages.add(encode(toMessage.apply(batch)));
    }
    return messages;
  }

  /** The canonical encoding. */
  public static Bytes encode(GroupMessage message) {
    GroupProto.GroupMessage.Builder wire = GroupProto.GroupMessage.newBuilder();
    switch (message) {
      case Advertisements all -> wire.setAdvertisements(toWire(all));
      case Summary summary ->
          wire.setSummary(
              GroupProto.Summary.newBuilder()
                  .setGroup(wire(summary.group().bytes()))
                  .setHash(wire(summary.hash())));
      case Digest digest -> wire.setDigest(toWire(digest));
      case Want want -> wire.setWant(toWire(want));
      case JoinAsk ask ->
          wire.setJoinAsk(
              GroupProto.JoinAsk.newBuilder()
                  .setGroup(wire(ask.group().bytes()))
                  .setToken(wire(ask.token())));
      case NotMember not ->
          wire.setNotMember(GroupProto.NotMember.newBuilder().setGroup(wire(not.group().bytes())));
      case Share share ->
          wire.setShare(
              GroupProto.Share.newBuilder()
                  .setGroup(wire(share.group().bytes()))
                  .setExpiryMillis(share.expiryMillis())
                  .setSignature(wire(share.signature()))
                  .setPossession(wire(share.possession())));
      case EquivocationProof proof -> wire.setEquivocation(toWire(proof.equivocation()));
    }
    return WireBytes.encoded(wire.build());
  }

  /** Reads what {@link #encode} writes, and nothing else. */
  public static Decoded<GroupMessage> decode(Bytes encoded) {
    try {
      GroupMessage message = fromWire(parsed(encoded));
      if (!encode(message).equals(encoded)) {
        throw new DecodingException(Refusal.NOT_CANONICAL);
      }
      return new Decoded.Accepted<>(message);
    } catch (DecodingException e) {
      return new Decoded.Refused<>(e.reason());
    }
  }

  private static GroupProto.GroupMessage parsed(Bytes encoded) throws DecodingException {
    if (encoded.length() > MAX_MESSAGE_BYTES) {
      throw new DecodingException(Refusal.TOO_LONG);
    }
    try {
      return GroupProto.GroupMessage.parseFrom(encoded.asReadOnlyBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new DecodingException(Refusal.MALFORMED);
    }
  }

  private static GroupProto.Advertisements toWire(Advertisements all) {
    GroupProto.Advertisements.Builder wire = GroupProto.Advertisements.newBuilder();
    all.advertisements().forEach(advertisement -> wire.addAdvertisements(toWire(advertisement)));
    all.renewals().forEach(renewal -> wire.addRenewals(RenewalCodec.toWire(renewal)));
    return wire.build();
  }

  private static GroupProto.SignedAdvertisement toWire(SignedAdvertisement advertisement) {
    return GroupProto.SignedAdvertisement.newBuilder()
        .setContent(wire(advertisement.encoded()))
        .setSignature(wire(advertisement.signature().value()))
        .build();
  }

  private static GroupProto.Equivocation toWire(Equivocation equivocation) {
    return GroupProto.Equivocation.newBuilder()
        .setFirst(toWire(equivocation.first()))
        .setSecond(toWire(equivocation.second()))
        .build();
  }

  private static GroupProto.Digest toWire(Digest digest) {
    GroupProto.Digest.Builder wire =
        GroupProto.Digest.newBuilder()
            .setGroup(wire(digest.group().bytes()))
            .setAnswer(digest.answer());
    for (Version version : digest.versions()) {
      wire.addVersions(
          GroupProto.Version.newBuilder()
              .setAttester(wire(version.attester().bytes()))
              .setSequence(version.sequence())
              .setFingerprint(wire(version.fingerprint())));
    }
    return wire.build();
  }

  private static GroupProto.Want toWire(Want want) {
    GroupProto.Want.Builder wire =
        GroupProto.Want.newBuilder().setGroup(wire(want.group().bytes()));
    want.attesters().forEach(attester -> wire.addAttesters(wire(attester.bytes())));
    return wire.build();
  }

  private static GroupMessage fromWire(GroupProto.GroupMessage wire) throws DecodingException {
    return switch (wire.getBodyCase()) {
      case ADVERTISEMENTS -> advertisements(wire.getAdvertisements());
      case SUMMARY -> summary(wire.getSummary());
      case DIGEST -> digest(wire.getDigest());
      case WANT -> want(wire.getWant());
      case JOIN_ASK -> joinAsk(wire.getJoinAsk());
      case NOT_MEMBER -> new NotMember(WireBytes.groupId(wire.getNotMember().getGroup()));
      case SHARE -> share(wire.getShare());
      case EQUIVOCATION -> equivocation(wire.getEquivocation());
      case BODY_NOT_SET -> throw new DecodingException(Refusal.MALFORMED);
    };
  }

  private static Advertisements advertisements(GroupProto.Advertisements wire)
      throws DecodingException {
    check(wire.getAdvertisementsCount() + wire.getRenewalsCount() > 0);
    List<SignedAdvertisement> all = new ArrayList<>(wire.getAdvertisementsCount());
    for (GroupProto.SignedAdvertisement one : wire.getAdvertisementsList()) {
      all.add(signed(one));
    }
    List<Renewal> renewals = new ArrayList<>(wire.getRenewalsCount());
    for (GroupProto.Renewal one : wire.getRenewalsList()) {
      renewals.add(RenewalCodec.fromWire(one));
    }
    return new Advertisements(all, renewals);
  }

  private static SignedAdvertisement signed(GroupProto.SignedAdvertisement wire)
      throws DecodingException {
    check(wire.getSignature().size() == Signature.LENGTH);
    Bytes content = WireBytes.bytes(wire.getContent());
    return new SignedAdvertisement(
        AdvertisementCodec.strictlyDecoded(content),
        content,
        new Signature(WireBytes.bytes(wire.getSignature())));
  }

  private static EquivocationProof equivocation(GroupProto.Equivocation wire)
      throws DecodingException {
    SignedAdvertisement first = signed(wire.getFirst());
    SignedAdvertisement second = signed(wire.getSecond());
    try {
      return new EquivocationProof(new Equivocation(first, second));
    } catch (IllegalArgumentException e) {
      throw new DecodingException(Refusal.PROVES_NOTHING);
    }
  }

  private static Summary summary(GroupProto.Summary wire) throws DecodingException {
    check(wire.getHash().size() == Summary.HASH_BYTES);
    return new Summary(WireBytes.groupId(wire.getGroup()), WireBytes.bytes(wire.getHash()));
  }

  private static Digest digest(GroupProto.Digest wire) throws DecodingException {
    check(wire.getVersionsCount() <= GroupMessage.MAX_ATTESTERS);
    List<Version> versions = new ArrayList<>(wire.getVersionsCount());
    NodeId previous = null;
    for (GroupProto.Version one : wire.getVersionsList()) {
      NodeId attester = WireBytes.nodeId(one.getAttester());
      check(one.getSequence() > 0);
      check(one.getFingerprint().size() == SignedAdvertisement.FINGERPRINT_BYTES);
      check(previous == null || previous.compareTo(attester) < 0);
      versions.add(new Version(attester, one.getSequence(), WireBytes.bytes(one.getFingerprint())));
      previous = attester;
    }
    return new Digest(WireBytes.groupId(wire.getGroup()), versions, wire.getAnswer());
  }

  private static Want want(GroupProto.Want wire) throws DecodingException {
    check(wire.getAttestersCount() > 0);
    check(wire.getAttestersCount() <= GroupMessage.MAX_ATTESTERS);
    List<NodeId> attesters = new ArrayList<>(wire.getAttestersCount());
    NodeId previous = null;
    for (ByteString one : wire.getAttestersList()) {
      NodeId attester = WireBytes.nodeId(one);
      check(previous == null || previous.compareTo(attester) < 0);
      attesters.add(attester);
      previous = attester;
    }
    return new Want(WireBytes.groupId(wire.getGroup()), attesters);
  }

  private static JoinAsk joinAsk(GroupProto.JoinAsk wire) throws DecodingException {
    check(wire.getToken().size() <= JoinRequest.MAX_TOKEN_BYTES);
    return new JoinAsk(WireBytes.groupId(wire.getGroup()), WireBytes.bytes(wire.getToken()));
  }

  private static Share share(GroupProto.Share wire) throws DecodingException {
    check(wire.getExpiryMillis() > 0);
    check(wire.getSignature().size() == BlsSignature.LENGTH);
    check(wire.getPossession().isEmpty() || wire.getPossession().size() == BlsSignature.LENGTH);
    return new Share(
        WireBytes.groupId(wire.getGroup()),
        wire.getExpiryMillis(),
        WireBytes.bytes(wire.getSignature()),
        WireBytes.bytes(wire.getPossession()));
  }
}
