package org.lagroups.core.wire;

import static org.lagroups.core.wire.WireBytes.check;
import static org.lagroups.core.wire.WireBytes.wire;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.crypto.Domain;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.wire.proto.GroupProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** Link-state advertisements as the bytes that are signed, and back. */
public final class AdvertisementCodec {

  /** What advertisements are signed for. */
  public static final Domain DOMAIN = new Domain("lagroups/link-state/1");

  /**
   * The longest encoded advertisement in bytes: one with everything at its bound fits, and two fit
   * into one message.
   */
  public static final int MAX_ADVERTISEMENT_BYTES = 32_000;

  /** Where the sequence begins: behind the group and the two keys, each with a tag and a length. */
  private static final int SEQUENCE_AT =
      2 + GroupId.LENGTH + 2 + PublicIdentity.ED25519_LENGTH + 2 + PublicIdentity.BLS_LENGTH;

  private static final int SEQUENCE_FIELD = GroupProto.LinkState.SEQUENCE_FIELD_NUMBER;
  private static final int EXPIRY_FIELD = GroupProto.LinkState.EXPIRY_MILLIS_FIELD_NUMBER;

  private AdvertisementCodec() {}

  /** Encodes and signs. {@code identity} is the attester's. */
  public static SignedAdvertisement sign(LinkStateAdvertisement content, Identity identity) {
    Bytes encoded = encode(content);
    return new SignedAdvertisement(content, encoded, identity.sign(DOMAIN, encoded));
  }

  /** Whether the attester has signed exactly these bytes. */
  public static boolean isSigned(SignedAdvertisement advertisement, SignatureVerifier verifier) {
    return verifier.isGood(
        advertisement.content().attester(),
        DOMAIN,
        advertisement.encoded(),
        advertisement.signature());
  }

  /** The canonical encoding. */
  public static Bytes encode(LinkStateAdvertisement content) {
    return WireBytes.encoded(toWire(content));
  }

  /**
   * A hash of all that an advertisement says but its sequence and expiry: the first 8 bytes of the
   * SHA-256 of its encoding without them.
   *
   * @param encoded as {@link #encode} writes it: fields in the order of their numbers
   */
  static long bodyHash(Bytes encoded) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      encoded.addTo(hash, 0, SEQUENCE_AT);
      encoded.addTo(hash, afterNumbers(encoded), encoded.length());
      return ByteBuffer.wrap(hash.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /**
   * The encoding of what says the same under another sequence and until another time.
   *
   * @param encoded as {@link #encode} writes it
   * @param sequence above 0
   * @param expiryMillis above 0
   */
  static Bytes renumbered(Bytes encoded, long sequence, long expiryMillis) {
    int after = afterNumbers(encoded);
    int numbers =
        CodedOutputStream.computeUInt64Size(SEQUENCE_FIELD, sequence)
            + CodedOutputStream.computeUInt64Size(EXPIRY_FIELD, expiryMillis);
    byte[] whole = encoded.toArray();
    byte[] changed = new byte[SEQUENCE_AT + numbers + whole.length - after];
    System.arraycopy(whole, 0, changed, 0, SEQUENCE_AT);
    System.arraycopy(whole, after, changed, SEQUENCE_AT + numbers, whole.length - after);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(changed, SEQUENCE_AT, numbers);
      out.writeUInt64(SEQUENCE_FIELD, sequence);
      out.writeUInt64(EXPIRY_FIELD, expiryMillis);
    } catch (IOException e) {
      throw new UncheckedIOException("an array of the right length has room", e);
    }
    return Bytes.wrapOwned(changed);
  }

  /** Behind the sequence and the expiry. */
  private static int afterNumbers(Bytes encoded) {
    int after = afterNumber(encoded, SEQUENCE_AT, SEQUENCE_FIELD);
    return afterNumber(encoded, after, EXPIRY_FIELD);
  }

  /** Behind a number at {@code from}, if it is that of this field; it is left out where it is 0. */
  private static int afterNumber(Bytes encoded, int from, int field) {
    if (from == encoded.length() || encoded.at(from) != field << 3) {
      return from;
    }
    int last = from + 1;
    while (encoded.at(last) < 0) {
      last++;
    }
    return last + 1;
  }

  /** Reads what {@link #encode} writes, and nothing else. */
  public static Decoded<LinkStateAdvertisement> decode(Bytes encoded) {
    try {
      return new Decoded.Accepted<>(strictlyDecoded(encoded));
    } catch (DecodingException e) {
      return new Decoded.Refused<>(e.reason());
    }
  }

  static LinkStateAdvertisement strictlyDecoded(Bytes encoded) throws DecodingException {
    if (encoded.length() > MAX_ADVERTISEMENT_BYTES) {
      throw new DecodingException(Refusal.TOO_LONG);
    }
    LinkStateAdvertisement content = fromWire(parsed(encoded));
    if (!encode(content).equals(encoded)) {
      throw new DecodingException(Refusal.NOT_CANONICAL);
    }
    return content;
  }

  private static GroupProto.LinkState parsed(Bytes encoded) throws DecodingException {
    try {
      return GroupProto.LinkState.parseFrom(encoded.asReadOnlyBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new DecodingException(Refusal.MALFORMED);
    }
  }

  private static GroupProto.LinkState toWire(LinkStateAdvertisement content) {
    GroupProto.LinkState.Builder wire =
        GroupProto.LinkState.newBuilder()
            .setGroup(wire(content.group().bytes()))
            .setEd25519Key(wire(content.attester().ed25519()))
            .setBlsKey(wire(content.attester().bls()))
            .setSequence(content.sequence())
            .setExpiryMillis(content.expiryMillis())
            .setName(content.name())
            .setLeaving(content.leaving());
    for (NodeAddress address : content.addresses()) {
      wire.addAddresses(
          GroupProto.Address.newBuilder().setHost(address.host()).setPort(address.port()));
    }
    content.entries().forEach(entry -> wire.addEntries(EntryCodec.toWire(entry)));
    for (Withdrawal withdrawal : content.withdrawals()) {
      wire.addWithdrawals(
          GroupProto.Withdrawal.newBuilder()
              .setAttestee(wire(withdrawal.attestee().bytes()))
              .setReason(withdrawal.reason().code().code())
              .setDetail(withdrawal.reason().detail()));
    }
    return wire.build();
  }

  private static LinkStateAdvertisement fromWire(GroupProto.LinkState wire)
      throws DecodingException {
    check(wire.getEd25519Key().size() == PublicIdentity.ED25519_LENGTH);
    check(wire.getBlsKey().size() == PublicIdentity.BLS_LENGTH);
    check(wire.getEntriesCount() <= GroupSettings.HARD_MAX_MEMBERS);
    check(wire.getWithdrawalsCount() <= GroupSettings.HARD_MAX_MEMBERS);
    check(wire.getAddressesCount() <= LinkStateAdvertisement.MAX_ADDRESSES);
    PublicIdentity attester =
        new PublicIdentity(
            WireBytes.bytes(wire.getEd25519Key()), WireBytes.bytes(wire.getBlsKey()));
    List<Entry> entries = new ArrayList<>(wire.getEntriesCount());
    for (GroupProto.Entry entry : wire.getEntriesList()) {
      entries.add(EntryCodec.fromWire(entry, attester.nodeId()));
    }
    List<Withdrawal> withdrawals = new ArrayList<>(wire.getWithdrawalsCount());
    for (GroupProto.Withdrawal withdrawal : wire.getWithdrawalsList()) {
      withdrawals.add(withdrawal(withdrawal, attester.nodeId()));
    }
    try {
      return new LinkStateAdvertisement(
          WireBytes.groupId(wire.getGroup()),
          attester,
          wire.getSequence(),
          wire.getExpiryMillis(),
          wire.getName(),
          wire.getAddressesList().stream()
              .map(address -> new NodeAddress(address.getHost(), address.getPort()))
              .toList(),
          entries,
          withdrawals,
          wire.getLeaving());
    } catch (IllegalArgumentException e) {
      // The records themselves know their bounds: names, addresses, order, disjointness.
      throw new DecodingException(Refusal.OUT_OF_RANGE);
    }
  }

  private static Withdrawal withdrawal(GroupProto.Withdrawal wire, NodeId attester)
      throws DecodingException {
    NodeId attestee = EntryCodec.attestee(wire.getAttestee(), attester);
    ReasonCode code =
        ReasonCode.ofCode(wire.getReason())
            .orElseThrow(() -> new DecodingException(Refusal.OUT_OF_RANGE));
    try {
      return new Withdrawal(attestee, new Reason(code, wire.getDetail()));
    } catch (IllegalArgumentException e) {
      throw new DecodingException(Refusal.OUT_OF_RANGE);
    }
  }
}
