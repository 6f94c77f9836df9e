package org.lagroups.core.robust.message;

import static org.lagroups.core.robust.message.MalformedException.check;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.message.AgreementMessage.Carried;
import org.lagroups.core.robust.message.AgreementMessage.Presence;
import org.lagroups.core.robust.message.proto.AgreementProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Messages of the agreement protocol as bytes, and back. */
public final class AgreementCodec {

  /** The longest message in bytes. */
  public static final int MAX_MESSAGE_BYTES = Environment.MAX_MESSAGE_BYTES;

  /** The most entries of the log in one message: so many of the longest fit into one. */
  public static final int MAX_ENTRIES = 8;

  private AgreementCodec() {}

  /** The canonical encoding. */
  public static Bytes encode(AgreementMessage message) {
    AgreementProto.AgreementMessage.Builder wire =
        AgreementProto.AgreementMessage.newBuilder()
            .setGroup(EntryCodec.wire(message.group().bytes()));
    switch (message) {
      case Presence presence ->
          wire.setPresence(
              AgreementProto.Presence.newBuilder()
                  .setIncarnation(presence.incarnation())
                  .setView(presence.view())
                  .setLeaving(presence.leaving()));
      case Carried carried -> wire.setCarried(toWire(carried));
    }
    return Bytes.wrapOwned(wire.build().toByteArray());
  }

  /**
   * What bytes from a peer stand for, if they are the canonical encoding of a message in which
   * every bound holds.
   *
   * @param from the peer; a Raft message is from a seat of it
   */
  public static Optional<AgreementMessage> decode(NodeId from, Bytes encoded) {
    if (encoded.length() > MAX_MESSAGE_BYTES) {
      return Optional.empty();
    }
    try {
      AgreementMessage message =
          fromWire(from, AgreementProto.AgreementMessage.parseFrom(encoded.asReadOnlyBuffer()));
      return encode(message).equals(encoded) ? Optional.of(message) : Optional.empty();
    } catch (InvalidProtocolBufferException | MalformedException e) {
      return Optional.empty();
    }
  }

  private static AgreementProto.Carried toWire(Carried carried) {
    AgreementProto.Carried.Builder wire =
        AgreementProto.Carried.newBuilder()
            .setFounder(EntryCodec.toWire(carried.founder()))
            .setFrom(((Seat) carried.message().getSender()).incarnation())
            .setTo(carried.to());
    RaftCodec.write(carried.message(), wire);
    return wire.build();
  }

  private static AgreementMessage fromWire(NodeId from, AgreementProto.AgreementMessage wire)
      throws MalformedException {
    check(wire.getGroup().size() == GroupId.LENGTH, "group");
    GroupId group = new GroupId(Bytes.wrapOwned(wire.getGroup().toByteArray()));
    return switch (wire.getContentCase()) {
      case PRESENCE -> presence(group, wire.getPresence());
      case CARRIED -> carried(group, from, wire.getCarried());
      case CONTENT_NOT_SET -> throw new MalformedException("empty");
    };
  }

  private static Presence presence(GroupId group, AgreementProto.Presence wire)
      throws MalformedException {
    check(wire.getView() >= 0 && wire.getView() <= AgreedView.MAX_NUMBER, "view");
    return new Presence(group, wire.getIncarnation(), wire.getView(), wire.getLeaving());
  }

  private static Carried carried(GroupId group, NodeId from, AgreementProto.Carried wire)
      throws MalformedException {
    Seat founder = EntryCodec.seat(wire.getFounder());
    Seat sender = new Seat(from, wire.getFrom());
    return new Carried(group, founder, wire.getTo(), RaftCodec.read(wire, group, sender));
  }
}
