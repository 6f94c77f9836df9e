package org.lagroups.multicast.wire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.Contact;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Why;
import org.lagroups.multicast.wire.place.Bounds;
import org.lagroups.multicast.wire.place.Fallen;
import org.lagroups.multicast.wire.place.Option;
import org.lagroups.multicast.wire.place.Stand;
import org.lagroups.multicast.wire.place.Ward;
import org.lagroups.multicast.wire.proto.CastFrame;
import org.lagroups.multicast.wire.proto.ClimbMessage;
import org.lagroups.multicast.wire.proto.ContactProto;
import org.lagroups.multicast.wire.proto.FallenProto;
import org.lagroups.multicast.wire.proto.HouseholdMessage;
import org.lagroups.multicast.wire.proto.LineageMessage;
import org.lagroups.multicast.wire.proto.OptionProto;
import org.lagroups.multicast.wire.proto.PartMessage;
import org.lagroups.multicast.wire.proto.PlaceMessage;
import org.lagroups.multicast.wire.proto.PulseMessage;
import org.lagroups.multicast.wire.proto.SeekMessage;
import org.lagroups.multicast.wire.proto.StandProto;
import org.lagroups.multicast.wire.proto.WardProto;

/** Takes {@link TreeMessage}s out of frames. Their bounds are those of their records. */
final class TreeReader {

  private TreeReader() {}

  static TreeMessage read(StreamId stream, CastFrame frame) throws Unreadable {
    return switch (frame.getBodyCase()) {
      case SEEK -> readSeek(stream, frame.getSeek());
      case REFER -> {
        List<Option> options = options(frame.getRefer().getOptionsList());
        yield placed(() -> new TreeMessage.Refer(stream, frame.getRefer().getNumber(), options));
      }
      case PLACE -> readPlace(stream, frame.getPlace());
      case TAKE ->
          placed(() ->
              new TreeMessage.Take(
                  stream,
                  Fields.bytes(frame.getTake().getToken()),
                  frame.getTake().getNextSequence()));
      case PART -> new TreeMessage.Part(stream, why(frame.getPart().getWhy()));
      case YIELD -> new TreeMessage.Yield(stream, options(frame.getYield().getOptionsList()));
      case CLIMB -> readClimb(stream, frame.getClimb());
      case PULSE -> readPulse(stream, frame.getPulse());
      case LINEAGE -> readLineage(stream, frame.getLineage());
      case HOUSEHOLD -> readHousehold(stream, frame.getHousehold());
      case PRESENCE ->
          placed(() ->
              new TreeMessage.Presence(
                  stream,
                  frame.getPresence().getOpenDepth(),
                  frame.getPresence().getBitsPerSecond()));
      default -> throw new Unreadable(WireRefusal.MALFORMED);
    };
  }

  private static TreeMessage readSeek(StreamId stream, SeekMessage message) throws Unreadable {
    Purpose purpose = purpose(message.getPurpose());
    Optional<NodeId> former =
        message.getFormer().isEmpty() ? Optional.empty() : Optional.of(node(message.getFormer()));
    List<NodeAddress> addresses = addresses(message.getAddressesList());
    Optional<Signature> pass =
        message.getPass().isEmpty()
            ? Optional.empty()
            : Optional.of(Fields.signature(message.getPass()));
    return placed(() ->
        new TreeMessage.Seek(
            stream,
            message.getNumber(),
            purpose,
            former,
            addresses,
            message.getBitsPerSecond(),
            pass));
  }

  private static TreeMessage readPlace(StreamId stream, PlaceMessage message) throws Unreadable {
    GroupId group = group(message.getGroup());
    Stand stand = stand(message.getStand());
    return placed(() ->
        new TreeMessage.Place(
            stream, message.getNumber(), group, Fields.bytes(message.getToken()), stand));
  }

  private static TreeMessage readClimb(StreamId stream, ClimbMessage message) throws Unreadable {
    List<NodeAddress> addresses = addresses(message.getAddressesList());
    Bytes encoded = Fields.bytes(message.getTranscript());
    if (TranscriptCodec.decode(encoded)
        instanceof org.lagroups.core.wire.Decoded.Accepted<Transcript>(Transcript transcript)) {
      return placed(() ->
          new TreeMessage.Climb(
              stream, message.getNumber(), addresses, message.getBitsPerSecond(), transcript));
    }
    throw new Unreadable(WireRefusal.BAD_TRANSCRIPT);
  }

  private static TreeMessage readPulse(StreamId stream, PulseMessage message) throws Unreadable {
    Stand stand = stand(message.getStand());
    var proof = Fields.signature(message.getSignature());
    return placed(() ->
        new TreeMessage.Pulse(
            stream, stand, proof, message.getOpenDepth(), message.getBar(), message.getBarAbove()));
  }

  private static TreeMessage readLineage(StreamId stream, LineageMessage message)
      throws Unreadable {
    return new TreeMessage.Lineage(
        stream,
        contacts(message.getAncestorsList()),
        contacts(message.getSiblingsList()),
        contacts(message.getOthersList()),
        fallen(message.getFallenList()));
  }

  private static TreeMessage readHousehold(StreamId stream, HouseholdMessage message)
      throws Unreadable {
    Optional<GroupId> group =
        message.getGroup().isEmpty() ? Optional.empty() : Optional.of(group(message.getGroup()));
    checkLength(message.getWardsCount());
    List<Ward> wards = new ArrayList<>();
    for (WardProto ward : message.getWardsList()) {
      Contact contact = contact(ward.getContact());
      wards.add(placed(() -> new Ward(contact, ward.getUptimeMillis(), ward.getBitsPerSecond())));
    }
    return new TreeMessage.Household(stream, group, wards, fallen(message.getFallenList()));
  }

  private static List<Option> options(List<OptionProto> list) throws Unreadable {
    checkLength(list.size());
    List<Option> options = new ArrayList<>();
    for (OptionProto option : list) {
      Contact contact = contact(option.getContact());
      options.add(placed(() -> new Option(contact, option.getOpenDepth())));
    }
    return options;
  }

  private static List<Contact> contacts(List<ContactProto> list) throws Unreadable {
    checkLength(list.size());
    List<Contact> contacts = new ArrayList<>();
    for (ContactProto contact : list) {
      contacts.add(contact(contact));
    }
    return contacts;
  }

  private static List<Fallen> fallen(List<FallenProto> list) throws Unreadable {
    checkLength(list.size());
    List<Fallen> all = new ArrayList<>();
    for (FallenProto fallen : list) {
      NodeId node = node(fallen.getNode());
      all.add(placed(() -> new Fallen(node, fallen.getLeftMillis())));
    }
    return all;
  }

  private static Contact contact(ContactProto message) throws Unreadable {
    return new Contact(node(message.getNode()), addresses(message.getAddressesList()));
  }

  private static List<NodeAddress> addresses(List<String> texts) throws Unreadable {
    Fields.check(texts.size() <= Bounds.MAX_ADDRESSES, WireRefusal.BAD_CONTACT);
    List<NodeAddress> addresses = new ArrayList<>();
    for (String text : texts) {
      addresses.add(built(() -> NodeAddress.parse(text), WireRefusal.BAD_CONTACT));
    }
    return addresses;
  }

  private static NodeId node(ByteString bytes) throws Unreadable {
    return built(() -> new NodeId(Fields.bytes(bytes)), WireRefusal.BAD_CONTACT);
  }

  private static GroupId group(ByteString bytes) throws Unreadable {
    return built(() -> new GroupId(Fields.bytes(bytes)), WireRefusal.BAD_PLACE);
  }

  private static Stand stand(StandProto message) throws Unreadable {
    return placed(() -> new Stand(message.getEpoch(), message.getDepth()));
  }

  private static Purpose purpose(SeekMessage.Purpose purpose) throws Unreadable {
    return switch (purpose) {
      case NEWCOMER -> Purpose.NEWCOMER;
      case ORPHAN -> Purpose.ORPHAN;
      case MOVING -> Purpose.MOVING;
      case UNSPECIFIED, UNRECOGNIZED -> throw new Unreadable(WireRefusal.BAD_PLACE);
    };
  }

  private static Why why(PartMessage.Why why) throws Unreadable {
    return switch (why) {
      case LEAVING -> Why.LEAVING;
      case REFUSED -> Why.REFUSED;
      case DISMISSED -> Why.DISMISSED;
      case UNSPECIFIED, UNRECOGNIZED -> throw new Unreadable(WireRefusal.BAD_PLACE);
    };
  }

  private static void checkLength(int length) throws Unreadable {
    Fields.check(length <= Bounds.MAX_LIST, WireRefusal.BAD_CONTACT);
  }

  private static <E> E placed(Supplier<E> constructor) throws Unreadable {
    return built(constructor, WireRefusal.BAD_PLACE);
  }

  /** What the constructor makes; the bounds that it knows are stated there and nowhere else. */
  private static <E> E built(Supplier<E> constructor, WireRefusal otherwise) throws Unreadable {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw new Unreadable(otherwise);
    }
  }
}
